const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Words of health, care, housing and police notes that a general dictionary lacks. Lower case. */
export const healthAndCareWords = list(`
  ok okay email emails emailed wellbeing carer carers keyworker keyworkers careworker dietitian dietetic podiatry
  podiatrist phlebotomy cellulitis sepsis sacrum sacral malodorous hoist hoisted catheter catheterised cannula dosette
  zimmer commode incontinence continence lounge bungalow maisonette bedsit flat flats tenant tenancy landlord housebound
  safeguarding multiagency unkempt kempt cluttered hoarding hoarder microwave doorbell letterbox handover handovers
  timesheet rota rotas online website app apps smartphone voicemail mailbox inbox whiteboard logbook helpline hotline
  biopsychosocial psychosocial psychiatry psychiatric psychologist physio physiotherapy physiotherapist paramedic
  paramedics ambulatory triage triaged oncology urology cardiology neurology radiology haematology dermatology
  gastroenterology respiratory palliative hospice bloods ulcer ulcers ulcerated oedema oedematous erythema necrotic slough
  exudate eschar pressure bruising laceration lacerations fracture fractures hypertension hypotension hypothermic
  hyperglycaemia hypoglycaemia hypoglycaemic hypoxia tachycardia bradycardia pyrexia pyrexial apyrexial afebrile
  dehydrated dehydration malnourished malnutrition delirium dementia alzheimers parkinsons stroke diabetic diabetes
  insulin arthritis osteoporosis asthma epilepsy pneumonia bronchitis emphysema anaemia anaemic jaundice cirrhosis
  dysphagia aphasia dysarthria ataxia hemiplegia sarcoma carcinoma lymphoma leukaemia melanoma metastases metastatic
  paracetamol ibuprofen aspirin codeine morphine oramorph tramadol diazepam lorazepam temazepam zopiclone metformin
  gliclazide ramipril lisinopril amlodipine bisoprolol atenolol furosemide bendroflumethiazide simvastatin atorvastatin
  omeprazole lansoprazole warfarin apixaban rivaroxaban clopidogrel sertraline citalopram fluoxetine mirtazapine
  amitriptyline quetiapine olanzapine risperidone haloperidol clozapine lithium donepezil memantine pregabalin gabapentin
  levothyroxine salbutamol prednisolone amoxicillin flucloxacillin doxycycline clarithromycin trimethoprim
  nitrofurantoin cephalexin cocodamol buprenorphine fentanyl oxycodone methadone subutex naloxone senna laxido movicol
  lactulose ferrous folic thiamine chlordiazepoxide fortisip ensure complan cavilon mepilex aquacel inadine zerobase
  diprobase sudocrem conotrane medihoney antibiotic antibiotics antidepressant antipsychotic analgesia analgesics
  paranoid psychosis psychotic schizophrenia bipolar anxiolytic suicidal ideation overdose detox substance cannabis heroin
  cocaine ketamine spice alcohol vodka sherry whisky methadone
  lasting attorney deputyship appointeeship appointee advocate advocacy imca conveyed nok whereabouts arrears eviction
  evicted possession decant surveyor joinery plumber electrician gasman boiler boilers combi meter prepayment topup
  constable sergeant inspector superintendent coordinator brokerage reablement domiciliary homecare housing commissioner
  commissioners commissioning ombudsman coroner coroners inquest postmortem strategist triangulated escalated deescalate
  recoded dna dnacpr respect rehoused refer referral referrals referrer signpost signposted signposting discharge
  discharged readmitted readmission unwitnessed undated unsigned unannounced countersigned countersign reassess
  reassessed reassessment rescheduled rebook rebooked reoccurring risk assessor assessors practitioner practitioners
  cataract hernia appendix gallbladder pancreas pancreatitis colitis diverticulitis stoma colostomy ileostomy dialysis
  nephrology creatinine potassium albumin bilirubin glucose lactate haemoglobin platelets neutrophils ecg xray
  ultrasound endoscopy colonoscopy gastroscopy bronchoscopy mammogram spirometry oximeter saturations sats
  whatsapp facebook google zoom teams skype facetime youtube twitter instagram paypal amazon tesco asda sainsburys
  morrisons aldi lidl iceland waitrose boots lloyds barclays natwest santander halifax hsbc nationwide monzo
  careline lifeline telecare pendant keysafe mosaic liquidlogic carefirst systmone emis rio paris datix nerve
  womens mens childrens mum mums mam nan nana nanna gran granny grandad grandpa dad dads auntie aunty uncle daughter son
  toileting transfers repositioned repositioning turns sitting tinnitus glaucoma cataracts hearing deaf blind gp gps
  physically mentally sw sws asc cld mha mca dols uti utis copd tia mi ctc pip esa dwp dla uc dhp nhs cqc icb lpa
  para paras admin pre anticipatory libreoffice linux vascular venous arterial
  unpaid non-attendance wheelchair rollator stairlift grabrail grabrails perching armchair bedrail bedrails slippers
  incontinent doubly pads pad kylie nightdress nightie duvet fridge freezer cooker kettle toaster hoover sofa settee
  telly minibus takeaway takeaways biscuits yoghurt porridge weetabix squash sandwiches pyjamas
  midday noon tonight o'clock oclock reflections oversight chronology kloe iir imr imrs sar sars dhr dhrs
  microbiology serology virology covid coronavirus norovirus mrsa cdiff influenza lockdown furlough zen
`)

/**
 * Capitalised words that are not people: days, months, nations, faiths, public bodies, systems, statutes. Lower case.
 * A capital makes them no candidate.
 */
export const properWords: ReadonlySet<string> = new Set(
  list(`
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
  sundays mon tue tues wed weds thu thur thurs fri sat sun
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
  christmas easter boxing whitsun lent ramadan eid diwali hanukkah passover pentecost halloween bonfire new year
  british britain english england scottish scotland welsh wales irish ireland northern european europe africa african
  asia asian american america united kingdom uk usa eu london polish poland romanian romania pakistani pakistan indian
  india bangladeshi bangladesh chinese china caribbean jamaican jamaica nigerian nigeria ghanaian ghana somali somalia
  iraqi iraq iranian iran syrian syria afghan afghanistan turkish turkey kurdish kurd ukrainian ukraine russian russia
  french france german germany italian italy spanish spain portuguese portugal greek greece cypriot maltese
  punjabi urdu hindi bengali gujarati sylheti tamil arabic farsi mandarin cantonese yoruba igbo twi makaton
  christian catholic protestant anglican methodist baptist muslim islam islamic sikh hindu jewish jew buddhist quaker
  jehovah pentecostal god lord jesus bible quran mosque gurdwara synagogue
  nhs cqc adass skills rcn gmc nmc hcpc bma nice ukhsa phe dhsc hmrc dwp hmcts mind samaritans shelter crisis refuge
  scope mencap relate alzheimer alzheimers parkinson parkinsons huntington crohn crohns asperger tourette downs down
  braden waterlow barthel glasgow rockwood norton abbey bristol edmonton addenbrooke addenbrookes moca must
  zoom teams microsoft google whatsapp facebook skype outlook excel word mosaic liquidlogic carefirst systmone emis rio
  datix paris covid xmas dosett velcro zimmer tena vax dyson hoover
  merlin niche athena storm holmes compass datalink
  tv dvd cd pc id pin ok am pm
  `),
)

/** Abbreviations in daily use in adult safeguarding; never read as somebody's initials unless the key says so. Capitals. */
export const knownAbbreviations: ReadonlySet<string> = new Set(
  list(`
  AA AAA ABC ABE ABG AC ACE ACP AD ADASS ADHD ADL AED AF AGM AKA AM AMHP AMHPS ANP AO AOB AP APD APP AS ASAP ASB ASBO
  ASC ASD ASW ASYE AV BAME BBC BBV BC BCG BD BGL BIA BM BMI BNF BP BPM BSL BST CA CAB CAD CAF CAFCASS CAMHS CAS CBT CC
  CCG CCTV CD CDOP CE CEO CHC CID CIN CIW CJS CLDT CMHT CMHTS CNS CO COP COPD COSHH CP CPA CPN CPR CPS CQC CRP CSE CSP
  CSU CT CTO CTR CV CVA CVD CVS DA DARDR DASH DASS DBS DC DD DFG DHR DHRS DHSC DI DIY DKA DLA DN DNA DNAR DNACPR DNS DOA
  DOB DOLS DOL DP DPA DPO DR DS DV DVD DVLA DVPN DVPO DVT DWP EA EAU ECG ED EDT EEG EHCP EMI EMR EOL EPR ESA ETA EU FA
  FAO FAQ FFP FGM FII FLO FM FME FNC FOI FP FRS FY GA GCS GDPR GI GMC GP GPS GTN HASU HB HBA HBAC HCA HCP HCPC HDU HIV
  HM HMCTS HMO HMP HMPPS HMRC HO HOS HR HSE HV IAPT IBD IBS ICB ICO ICS ICT ICU ID IDVA IDVAS IE IMCA IMHA IMR IMRS INR
  IPP IRO ISA ISVA IT ITU IV JP JSA KLOE KLOES KPI LA LAC LADO LAS LD LE LGA LGO LL LLP LP LPA LPS LSAB LSCB LTC LTD MA
  MAPPA MAR MARAC MARM MASH MAU MB MBC MBE MC MCA MCI MD MDT MDTS ME MH MHA MI MIU MP MR MRI MRN MRSA MS MSU MSW MUST
  MW NA NB NCP NEET NEWS NFA NFR NG NHS NHSE NI NICE NIV NK NKDA NMC NMP NO NOK NP NPT NR NRPF NWAS OA OAP OBE OBS OCD
  OD OHS OK ONS OOA OOH OPG OPMH OT OTC OTS PA PAC PALS PAS PAT PC PCC PCN PCSO PCT PD PE PEEP PEG PFD PHE PHQ PI PICU
  PIN PIP PM PMH PN PND PNC PO POA POC POVA PPE PPN PR PRN PS PT PTSD PU PUP PV QA QC QE QI QL RA RAG RC RCA RCN REM RGN
  RIP RM RMN RN RNLI RSPCA RSL RTA RTC RTT RVS SA SAB SABS SALT SAM SAR SARC SARS SBAR SC SCR SDM SEN SEND SG SHO SI SIO
  SIRI SJR SK SLA SLT SMART SMT SN SO SOB SOP SOS SP SPA SPOC SPR SR SRO SS SSKIN ST STEIS STORM STP SU SUI SUS SW SWE
  SWP SWS TB TBC TBI TC TIA TM TOR TPN TPR TTO TV TVN TW UC UK UKHSA UPRN URN USA UTC UTI UTIS VA VAD VF VPN VTE WC WHO
  WIC WIP YJS YOI YOT YTD
  `),
)

/** Nouns that make a capitalised run a body, a room or a document and not a person. Lower case. */
export const institutionWords: ReadonlySet<string> = new Set(
  list(`
  hospital hospitals infirmary ward clinic surgery practice centre center trust council constabulary police service
  services team teams board committee panel unit department office agency association society federation foundation
  charity group ltd limited plc llp cic company homecare care home homes house housing school college university academy
  nursery church chapel mosque temple cathedral parish hall library museum hotel inn pub arms tavern club cafe restaurant
  kitchen bakery shop store stores pharmacy chemist bank court tribunal prison station depot garage salon gym pool park
  gardens project scheme partnership forum network hub hospice lodge manor grange villa mews cottage cottages towers
  tower point pharmacy solicitors chambers bureau institute authority commission union army legion corps fund
  foodbank day-centre bar takeaway market farm stables kennels nurses women's men's village estate homestead
  `),
)

/** Nouns that close the name of one home, school, church or the like. Lower case. */
export const namedBuildings: ReadonlySet<string> = new Set(
  list(
    'lodge manor grange villa court house cottage church chapel hospice school primary academy mosque temple gurdwara',
  ),
)

/** Words before such a noun that name no one building. Lower case. */
export const genericBuildings: ReadonlySet<string> = new Set(
  list(`care nursing residential village parish primary secondary high town city local general community day crown county
  magistrates family criminal coroners open full white new old own empty council sheltered supported safe guest public
  private special sunday mental the a an this that his her their our my your in at to from of and for with no half`),
)

/** Venue nouns that turn a first name into the name of a place ("Dot's Kitchen"). Lower case. */
export const venueWords: ReadonlySet<string> = new Set(
  list(`
  kitchen centre center house home lodge court cafe club place hospice school church trust charity bar salon shop store
  stores hall hub project foundation wood park garden gardens nursery bakery restaurant diner tearoom tearooms pub inn arms
  hotel hospital clinic ward unit pharmacy surgery chapel farm manor grange cottage cottages villa villas mews tower
  towers point house's fund appeal law legacy group scheme homes gym chemist hairdressers barbers taxis cars catering
  college academy library close road street avenue lane drive row crescent way terrace square rise walk hill bridge green
  market cab cabs coaches cattery kennels yard wharf quay
  `),
)

/** Street types, with how they are shortened. Lower case. */
export const streetTypes: Readonly<Record<string, readonly string[]>> = {
  street: ['st', 'str'],
  road: ['rd'],
  avenue: ['ave', 'av'],
  close: ['cl'],
  lane: ['ln', 'la'],
  drive: ['dr', 'drv'],
  crescent: ['cres', 'cr', 'cresc'],
  court: ['ct', 'crt'],
  place: ['pl'],
  gardens: ['gdns', 'gds'],
  garden: ['gdn'],
  terrace: ['terr', 'ter'],
  square: ['sq'],
  grove: ['gr', 'grv'],
  park: ['pk'],
  hill: ['hl'],
  house: ['hse'],
  green: ['grn'],
  mount: ['mt'],
  heights: ['hts'],
  row: [],
  rise: [],
  way: [],
  walk: [],
  mews: [],
  view: [],
  parade: ['pde'],
  croft: [],
  fold: [],
  bank: [],
  brow: [],
  fields: [],
  field: [],
  meadow: [],
  meadows: [],
  villas: [],
  cottages: [],
  buildings: ['bldgs'],
  gate: [],
  yard: [],
  wharf: [],
  quay: [],
  circus: [],
  crossway: [],
  boulevard: ['blvd'],
  chase: [],
  dene: [],
  copse: [],
  path: [],
  passage: [],
  alley: [],
  hollow: [],
  ridge: [],
  end: [],
  vale: [],
  common: [],
  broadway: [],
  embankment: [],
  esplanade: [],
  approach: [],
  orchard: [],
  nook: [],
}
