const transitional = 'http://schemas.openxmlformats.org'
const strict = 'http://purl.oclc.org/ooxml'
const microsoft = 'http://schemas.microsoft.com/office'
const opendocument = 'urn:oasis:names:tc:opendocument:xmlns'

/**
 * The project's prefix for each namespace of an office file, transitional and strict alike.
 * Source: ISO/IEC 29500-1 annex A (strict) and 29500-4 annex A (transitional); MS-XLSX and MS-DOCX for Microsoft's;
 * OpenDocument 1.3 part 3 section 2 for OpenDocument's.
 */
export const canonicalPrefixes: ReadonlyMap<string, string> = new Map([
  [`${transitional}/spreadsheetml/2006/main`, 'x'],
  [`${strict}/spreadsheetml/main`, 'x'],
  [`${transitional}/wordprocessingml/2006/main`, 'w'],
  [`${strict}/wordprocessingml/main`, 'w'],
  [`${transitional}/officeDocument/2006/relationships`, 'r'],
  [`${strict}/officeDocument/relationships`, 'r'],
  [`${transitional}/package/2006/relationships`, 'rel'],
  [`${transitional}/package/2006/content-types`, 'ct'],
  [`${transitional}/package/2006/metadata/core-properties`, 'cp'],
  [`${transitional}/officeDocument/2006/extended-properties`, 'ap'],
  [`${strict}/officeDocument/extendedProperties`, 'ap'],
  [`${transitional}/officeDocument/2006/custom-properties`, 'op'],
  [`${strict}/officeDocument/customProperties`, 'op'],
  [`${transitional}/officeDocument/2006/docPropsVTypes`, 'vt'],
  [`${strict}/officeDocument/docPropsVTypes`, 'vt'],
  [`${transitional}/officeDocument/2006/math`, 'm'],
  [`${strict}/officeDocument/math`, 'm'],
  [`${transitional}/drawingml/2006/main`, 'a'],
  [`${strict}/drawingml/main`, 'a'],
  [`${transitional}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${strict}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${transitional}/drawingml/2006/spreadsheetDrawing`, 'xdr'],
  [`${strict}/drawingml/spreadsheetDrawing`, 'xdr'],
  [`${transitional}/drawingml/2006/picture`, 'pic'],
  [`${strict}/drawingml/picture`, 'pic'],
  [`${transitional}/drawingml/2006/chart`, 'c'],
  [`${strict}/drawingml/chart`, 'c'],
  [`${transitional}/markup-compatibility/2006`, 'mc'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingGroup', 'wpg'],
  [`${microsoft}/word/2010/wordml`, 'w14'],
  [`${microsoft}/word/2012/wordml`, 'w15'],
  [`${microsoft}/spreadsheetml/2018/threadedcomments`, 'tc'],
  [`${microsoft}/spreadsheetml/2009/9/main`, 'x14'],
  [`${opendocument}:office:1.0`, 'office'],
  [`${opendocument}:table:1.0`, 'table'],
  [`${opendocument}:text:1.0`, 'text'],
  [`${opendocument}:style:1.0`, 'style'],
  [`${opendocument}:drawing:1.0`, 'draw'],
  [`${opendocument}:meta:1.0`, 'meta'],
  [`${opendocument}:script:1.0`, 'script'],
  [`${opendocument}:form:1.0`, 'form'],
  [`${opendocument}:manifest:1.0`, 'manifest'],
  ['urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0', 'calcext'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:word', 'w10'],
  ['urn:schemas-microsoft-com:office:excel', 'xvml'],
])
