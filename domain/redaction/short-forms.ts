const groups = `
abigail abbie abby gail|adam ad|agnes aggie nessie|alan al|albert al bert bertie|alexander alex alec sandy al xander lex sasha|
alexandra alex sandra sandy lexi sasha|alfred alf alfie fred|alice ali|alison ali allie|amanda mandy|amelia millie amy|
andrew andy drew|angela angie ange|ann annie|anne annie nan|annabel bella anna|anthony tony ant|antonia toni|archibald archie|
arthur art artie|barbara babs barb barbie|beatrice bea beattie trixie|belinda bel linda|benjamin ben benji benny|bernard bernie|
bernadette bernie detta|bridget biddy bridie brid|cameron cam|carol caz|caroline caro carrie lina|catherine cathy cath kate katie kitty cat|
cecilia cissie celia|charles charlie chas chuck|charlotte charlie lottie|christian chris|christina chris chrissie tina|
christine chris chrissie tina|christopher chris kit topher|clifford cliff|clive cliff|constance connie|cornelius con neil|
cynthia cindy|daniel dan danny|danielle dani|daphne daff|david dave davey davy dai|deborah deb debbie debs|debra deb debbie|
denise den|dennis den denny|derek del|desmond des|diana di|diane di|dominic dom|donald don donny|doreen dor|doris dot|
dorothy dot dottie dolly dotty dolls|douglas doug dougie|duncan dunc|edith edie|edmund ed eddie ned ted|edward ed eddie ned ted teddy|
edwin ed eddie|eileen eily|eleanor ellie nell nellie nora ella|elizabeth liz lizzie beth betty bess bessie eliza libby lisa lilibet betsy elsie|
ellen nell nellie ellie|emily em emmie millie|emma em emmie|ernest ernie ern|esther essie|ethel eth|eugene gene|evelyn evie eve|
florence flo florrie flossie|frances fran franny frankie|francis frank frankie fran|frederick fred freddie freddy|gabriel gabe|
gabrielle gabby|gareth gaz gary gaz|garry gaz|gary gaz gazza|geoffrey geoff jeff|george georgie|georgina georgie gina|gerald gerry ged jerry|
geraldine gerry|gerard gerry ged|gertrude gertie trudy|gillian gill gilly jill|gladys glad|gordon gord|graham gray|gregory greg|
gwendoline gwen|harold harry hal|harriet hattie harrie|helen nell nellie lena|henrietta hetty etta|henry harry hal hank|herbert herb bert bertie|
howard howie|hubert bert|hugh hughie|ian iain|irene renie rene|isaac zac|isabel izzy bella belle|isabella izzy bella belle|isobel izzy|
jacob jake|jacqueline jackie jacqui jacquie jac|james jim jimmy jamie jem|jane janey|janet jan|janice jan|jasmine jas jaz|jason jase jay|
jean jeannie|jeffrey jeff|jennifer jen jenny jenni|jeremy jez jerry|jessica jess jessie|joan joanie|joanna jo joanne joey|joanne jo joey|
john johnny jack jon jonny|jonathan jon jonny|joseph joe joey jo|josephine jo josie|joshua josh|joyce joy|judith judy jude|julia jules|
julian jules|julie jules|karen kaz kari|katharine kathy kath kate katie kitty|katherine kathy kath kate katie kitty kat|kathleen kathy kath kath kit|
kathryn kathy kath kate katie|keith keef|kenneth ken kenny|kevin kev|kimberley kim|laura lori|lauren loz|laurence larry laurie loz|lawrence larry laurie loz|
leonard len lenny leo|leslie les|lesley les|lewis lew|lilian lil lily|lillian lil lily|linda lin lindy|lorraine lol lori raine|louis lou louie|
louise lou lulu|lucy lou luce|madeleine maddie|malcolm mal malc|margaret maggie mags meg peggy peg madge marge margie daisy rita greta maisie molly|
marion mari|marjorie marge margie|mark marky|martha mattie patty|martin marty mart|martina tina|mary molly polly mae mamie moll|matilda tilly mattie|
matthew matt matty|maureen mo maur|maurice mo morrie|maxwell max|melanie mel|melissa mel lissa|michael mick mike mickey micky mikey|
michelle shell chelle mich|mildred millie|miriam mim|mohammed mo moh mohd|mohammad mo moh mohd|muhammad mo moh mohd|mohamed mo moh mohd|muriel mu|
nathan nate nat|nathaniel nate nat|natalie nat|natasha tasha nat|neville nev|nicholas nick nicky nico|nicola nicky nic nikki|nicole nicky nikki|
nigel nige|norman norm|oliver ollie olly|olivia liv livvy ollie|oswald oz ozzie|pamela pam pammy|patricia pat patsy trish tricia patty|
patrick pat paddy|paul pauly|pauline paula|penelope penny|peter pete|petronella nell|philip phil pip|phillip phil pip|philippa pippa pip|
phyllis phyl|priscilla cilla|rachel rach|rachael rach|raymond ray|rebecca becky becca bex|reginald reg reggie|richard rick ricky dick dickie rich richie|
robert rob bob bobby robbie bert|roberta bobbie|roderick rod rory|rodney rod|roger rog|roland rolly|ronald ron ronnie ronny|rosalind ros|
rosemary rose rosie ro|rosalie rose rosie|rose rosie|ruth ruthie|samantha sam sammy|samuel sam sammy|sandra sandy|sarah sally sal sadie|
sebastian seb|sharon shaz shazza|sheila shee|shirley shirl|simon si|sophia sophie|stanley stan|stephanie steph stevie|stephen steve stevie ste|
steven steve stevie ste|stuart stu stew|stewart stu stew|susan sue susie suzy|susanna sue susie|suzanne sue suzy|sylvia syl|sydney syd|sidney sid|
teresa terri tess terry tracy|theresa terri tess terry tracy|terence terry tel|terrence terry tel|theodore theo ted teddy|thomas tom tommy thom|
timothy tim timmy|tobias toby|tracey trace|tracy trace|trevor trev|valerie val|vanessa nessa|vera vee|veronica ronnie vera|victor vic|victoria vicky vicki tori vic|
vincent vince vinny|violet vi|virginia ginny|vivien viv|vivienne viv|walter wally walt wal|wayne wayney|wendy wend|wilfred wilf fred|
william bill billy will willy liam wills|winifred winnie win freda|yvonne von vonnie|zachary zac zack|
abdul abs|aleksander alek olek|aleksandra ola|agnieszka aga|anna ania anya|barbara basia|bartosz bartek|ewa ewka|grzegorz grzes|jacek jack|
jakub kuba|jan janek|katarzyna kasia|krzysztof krzys kris|lukasz luke|magdalena magda|malgorzata gosia|maria mia marysia|marek mark|michal michał|
pawel paul|piotr peter piotrek|stanislaw stan staszek|tomasz tomek tom|wojciech wojtek|zbigniew zbyszek|
balwinder bal|balbir bal|gurpreet gurp preet|harpreet harp preet|jaswinder jas|jasbir jas|kulwinder kul|manjit manj|parminder parm pam|
rajinder raj|ranjit ranj|satinder sat|sukhdev sukh|sukhwinder sukh|surinder sur|rajesh raj|rakesh rak|sanjay san|vijay vij|suresh sur|
siobhan shiv|caoimhe keeva|deirdre dee|eamonn eddie|padraig paddy pat|seamus shay jim|sean shaun|gwenllian gwen|rhiannon rhi annon|myfanwy myf
`

let byName: Map<string, ReadonlySet<string>> | undefined

const load = (): Map<string, ReadonlySet<string>> => {
  const forms = new Map<string, Set<string>>()
  const link = (from: string, to: string): void => {
    if (from === to) return
    const set = forms.get(from)
    if (set) set.add(to)
    else forms.set(from, new Set([to]))
  }
  for (const group of groups.split('|')) {
    const [full, ...short] = group.trim().split(/\s+/)
    if (!full) continue
    for (const form of short) {
      link(full, form)
      link(form, full)
    }
  }
  return forms
}

/**
 * Short forms of a first name, and the full names a short form stands for (folded, lower case). One step only:
 * Maggie and Margaret, but not Maggie and Peggy, unless both are short forms of the name given.
 */
export const otherFormsOf = (firstName: string): ReadonlySet<string> => {
  byName ??= load()
  return byName.get(firstName) ?? new Set()
}

/** True for a first name or a short form in the table. */
export const isInShortForms = (firstName: string): boolean => {
  byName ??= load()
  return byName.has(firstName)
}
