const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** How notes shorten ordinary words. Lower case. */
const shortenedWords = list(`
  abx abd abdo ad addn adm admin adx amb amt appt appts apt approx apps arr assd assmt assmts assess asst attn attd auth ax
  bd bds bldg bm bms bp bw cath cauc ccu cert cf cfs cig cigs circ clin cmht comm comms conf cons cont contd coord
  corr cx dept dhx diag diff dir disch dist docs dr drs dx elig emerg encl eng enq equip est etc etoh eval excl exec
  ext fam fh fhx fin flds fob foc freq fu fx govt grp hca hosp hosps hpc hr hrs ht hv hx ident imm immed incl incont 
  info infos init inj insp iss ix jt lab labs lang lib lt ltd maint mane med meds mgmt mgr mgrs mgt 
  mins misc mob mth mths mtg mtgs neg neuro nocte noct nos nurs obs occ occas od ods off om on op ops opp org
  ortho pall para paras parl pharm phys pmh pmhx pos poss pre pred pref prelim prep prev prn prob probs prog prov psych
  pt pts qds qty qual ref refd refs rec recd recs recep rehab rel rels rep reps req reqd resi resp respir resus rev rm
  rtn rv rx sats sched sec sep shx sob soc spec sr stat stats subj sup supp supv supvr surg sx sys tba tbc tds tech
  temp temps tfr ther tp tpr trans tto ttos tx unk ur usu vent vol vs vuln wd wds wk wkly wknd wknds wks wt wts xfer yr
  yrs ysl abg abgs bts obsd pkt pkts tab tabs caps susp inhs neb nebs ung syr supps cath'd ref'd
  ivabx rpt rpts txt txts txtd vac vacs fundraiser fundraisers obs'd gynae ent neurorehab extub intub resps sys dias cannulated
  reviewee attendee attendees mentee supervisee assignee dnar rto rca hob smi spo eob
`)

/** Medicines, dressings, aids and what stands on a ward's shelf. Lower case. */
const supplies = list(`
  fortisip ensure complan calogen nutilis fresubin altraplen nutricrem tena conveen urisheath tubifast
  tubigrip allevyn biatain mepilex mepitel mepore inadine aquacel kaltostat sorbsan granuflex duoderm tegaderm cutimed
  kerramax zetuvit atrauman actico profore jelonet flamazine cavilon sudocrem conotrane medihoney proshield sorbaderm
  diprobase zerobase epaderm cetraben dermol hydromol eumovate betnovate dermovate fucidin fucibet daktacort canesten
  madopar sinemet stalevo rivastigmine exelon aricept ebixa clenil ventolin fostair seretide symbicort trimbow spiriva braltus
  salamol atrovent bricanyl lantus levemir novorapid novomix humulin humalog tresiba toujeo abasaglar apidra adcal
  calceos fultium butec butrans matrifen zomorph oramorph oxynorm longtec shortec sevredol abstral gaviscon laxido movicol
  cosmocol docusate bisacodyl dulcolax senokot fybogel peptac lansoprazole clexane fragmin eliquis xarelto tinzaparin
  keppra epilim tegretol phenytoin lamotrigine levetiracetam lacosamide gabapentin clobazam midazolam buccolam promethazine
  cyclizine hyoscine buscopan glycopyrronium haldol levomepromazine metoclopramide ondansetron prochlorperazine stemetil
  risperdal depixol clopixol modecate zyprexa seroquel abilify aripiprazole paliperidone flupentixol zuclopenthixol
  trazodone venlafaxine duloxetine escitalopram paroxetine lofepramine dosulepin solifenacin vesicare mirabegron
  tamsulosin finasteride alendronic alendronate denosumab prolia carbimazole thyroxine hydrocortisone dexamethasone
  digoxin bumetanide spironolactone isosorbide nicorandil glyceryl ticagrelor dipyridamole dabigatran edoxaban
  entresto losartan candesartan doxazosin indapamide diltiazem verapamil ezetimibe pioglitazone sitagliptin linagliptin
  empagliflozin dapagliflozin liraglutide co codamol dydramol amoxiclav careldopa beneldopa trimoxazole danthramer tazocin gentamicin metronidazole vancomycin teicoplanin fosfomycin
  pivmecillinam cefalexin ciprofloxacin levofloxacin aciclovir fluconazole nystatin naproxen diclofenac nefopam kapake
  pabrinex thiamine acamprosate disulfiram espranor nicotinell nicorette champix vape vapes
  invacare arjo stedy sabina molift liko guldmann autologic softform mowbray
  wendylett raizer elk mangar camel kliniderm urgoclean urgotul urgo activon manuka algivon acticoat kerlix acti allevyn eclypse
  zapain solpadol remedeine tramacet codipar paramol respimat ellipta turbohaler accuhaler evohaler easyhaler handihaler nebules
  aerochamber volumatic incruse anoro trelegy seebri ultibro duoresp relvar pneumovax prevenar shingrix zostavax fluad comirnaty
  spikevax
  entonox penthrox oramorph valium xanax mogadon temgesic suboxone physeptone zispin prozac seroxat lustral cipramil cipralex efexor
  decanoate depot zuclopenthixol haloperidol invega xeplion trevicta piportil stesolid buccal enoxaparin rivaroxaban fondaparinux
  tazocin augmentin magnapen zinnat klaricid flagyl ciproxin macrobid hiprex methenamine furacin canesten nizoral lamisil
  ramipril perindopril bumetanide eplerenone ivabradine ranolazine prasugrel alteplase tenecteplase glucagon glucogel hypostop
  adrenaline atropine amiodarone adenosine naloxone flumazenil ketamine propofol rocuronium alfentanil
  nutriprem scandishake procal meritene weetabix horlicks ovaltine bovril lucozade ribena complan
  pseudomonas klebsiella proteus enterococcus staphylococcus streptococcus aspergillus clostridium clostridioides listeria
  legionella campylobacter helicobacter pylori enterobacter acinetobacter
  etac rotastand mobilator perching zimmer rollator velcro dosette medipak biodose
  venalink pivotell telecare tunstall careline lifeline tynetec kylie inco
  
`)

/** Clinical words that a general dictionary lacks. Lower case. */
const clinicalWords = list(`
  plantars snt bibasal biventricular ejection murmurs troponin ketones ketone cachectic sloughy rhabdomyolysis lactate ferritin bnp hypo hypos hyper hypoactive hyperactive
  dysphasic aphasic dysarthric dyspraxia cellulitic sloughing macerated maceration undermining tracking excoriated
  disorientated orientated confabulating confabulation perseverating perseveration bedbound chairbound chairfast
  deconditioned decompensated ascites varices encephalopathy wernickes korsakoffs hepatic renal cardiac femoral
  humerus humeral tibia fibula pelvic pubic ramus vertebral subdural subarachnoid haematoma haemorrhage intracranial
  infarct infarction ischaemic embolism embolus thrombosis thrombus fibrillation flutter tachycardic bradycardic tachypnoeic
  hypotensive hypertensive normotensive hypoxic septic pyrexic febrile rigors crepitations creps wheeze consolidation
  effusion pneumothorax aspiration aspirated dysphagic nasogastric gastrostomy jejunostomy tracheostomy suprapubic
  paraphimosis phimosis urosepsis pyelonephritis hydronephrosis oliguria anuria haematuria haematemesis melaena
  maggots infestation infested bedbugs scabies impetigo cockroaches
  hyponatraemia hypernatraemia hypokalaemia hyperkalaemia hypocalcaemia hypercalcaemia hypomagnesaemia hypothyroid
  hypothyroidism hyperthyroid hyperthyroidism neuropathy retinopathy nephropathy osteomyelitis osteoarthritis rheumatoid
  fibromyalgia sarcopenia kyphosis scoliosis spondylosis stenosis gout gouty bunion bunions onychomycosis
  malodour malodorous odorous unkept dishevelled
  anhedonia apathy apathetic dysthymia psychotropic extrapyramidal akathisia dyskinesia parkinsonism lewy
  self-neglect selfneglect microenvironment nonconcordant nonadherent concordance noncompliant 
  biopsied metastasised benzos opiates opioids methamphetamine amphetamine ecstasy mdma
  cuckooing cuckooed exploiter exploiters groomed coercive safeguarded signposted decluttering declutter
  handrail handrails grabrail keypad fob intercom
  resus majors minors advisor advisors idva idvas
`)

/** Diseases' and tests' names, brands, shops and nations: no private person even alone. Lower case. */
export const publicNames: ReadonlySet<string> = new Set(
  list(`
  korsakoff wernicke hodgkin hodgkins raynaud guillain barre charcot dupuytren diogenes sjogren sjogrens meniere menieres
  babinski cheyne creutzfeldt munchausen trendelenburg lewy tinetti bobath
  argos wilko wilkinsons greggs starbucks mcdonalds nandos uber deliveroo netflix ebay gumtree poundland poundstretcher
  corsa astra mondeo berlingo zafira micra qashqai yaris punto kuga insignia
  guinness heineken carling strongbow smirnoff lambrini frosty carlsberg tennents buckfast whiskas
  homebase ikea currys halfords specsavers superdrug matalan primark debenhams aviva axa bupa barchester
  serco capita atos veolia ocado farmfoods londis costcutter wickes screwfix toolstation dunelm
  cadent transco edf npower ovo eon sse utilita vodafone giffgaff lebara talktalk plusnet shopmobility samaritans headway mencap alanon
  emmerdale eastenders corrie hollyoaks ipad iphone android samsung kindle xbox playstation nintendo
  vauxhall nissan toyota honda renault peugeot volkswagen mercedes motability
  nervecentre ardens carefirst ofsted ofcom ofgem ofwat nspcc barnardos acas
  jamaica jamaican korea korean vietnam vietnamese japan japanese kenyan uganda ugandan zimbabwe zimbabwean
  zambia malawi tanzania sudan sudanese ethiopia ethiopian eritrea eritrean gambia gambian algeria algerian morocco
  moroccan egypt egyptian lebanon lebanese jordanian israeli palestine palestinian lithuania lithuanian latvia
  latvian estonia estonian hungary hungarian slovakia slovak slovenia czech bulgaria bulgarian albania albanian kosovo
  serbia serbian croatia croatian bosnia bosnian netherlands belgium belgian denmark danish sweden swedish
  norwegian finland finnish austria austrian switzerland swiss brazil brazilian colombia colombian mexico mexican
  canada canadian australia australian philippines filipino thailand thai malaysia malaysian singapore
  indonesia nepal nepali nepalese gurkha tibet tibetan trinidad barbados grenada guyana cyprus
  gibraltar falklands commonwealth romany
  `),
)

/** Names that are a test, an aid or a protocol only together with such a noun ("Beck inventory", "Sara Stedy"). Lower case. */
export const eponyms: ReadonlySet<string> = new Set(
  list(`
  beck cornell lester rampton herbert katz lawton oxford kirton sara parker clifton edinburgh bradford addison cushing bell
  graves pick stokes leonard marie hamilton wechsler oswestry berg morse ramsay cohen winchester philadelphia ransom
  dols nelson mandela liverpool sheffield manchester newcastle cambridge geneva vancouver richmond townsend jackson
  thames severn coronation phoenix
  `),
)

export const eponymNouns: ReadonlySet<string> = new Set(
  list(`
  scale score index syndrome disease palsy chart inventory tool assessment test criteria protocol passport frame chair hoist
  stedy bath examination battery questionnaire checklist rating rule model framework water cheshire pathway measure
  schedule study clamp classification
  `),
)

/** Large towns and cities: never a person by themselves, and still a place a reader is asked about. Lower case. */
export const largeTowns: ReadonlySet<string> = new Set(
  list(`
  birmingham manchester liverpool leeds sheffield bristol newcastle nottingham leicester coventry bradford hull
  stoke wolverhampton derby swansea cardiff newport edinburgh aberdeen dundee belfast derry plymouth
  southampton portsmouth brighton bournemouth poole reading luton norwich ipswich cambridge oxford peterborough
  northampton gloucester cheltenham exeter bath swindon york middlesbrough sunderland gateshead durham
  darlington hartlepool stockton carlisle lancaster preston blackpool blackburn burnley bolton bury rochdale oldham
  stockport wigan warrington chester crewe halifax huddersfield wakefield barnsley doncaster rotherham grimsby
  scunthorpe lincoln mansfield chesterfield telford shrewsbury worcester hereford dudley walsall solihull sandwell
  stafford tamworth nuneaton rugby warwick croydon bromley lewisham hackney islington camden brent ealing hounslow
  enfield haringey barnet walthamstow tottenham brixton peckham southend chelmsford colchester basildon harlow
  stevenage watford slough guildford woking crawley hastings eastbourne maidstone medway gillingham canterbury dover margate
  folkestone ashford salisbury weymouth torquay truro penzance taunton cornwall devon dorset somerset kent essex sussex
  surrey norfolk suffolk yorkshire lancashire cumbria cheshire staffordshire shropshire warwickshire
  worcestershire gloucestershire oxfordshire buckinghamshire hertfordshire bedfordshire cambridgeshire lincolnshire
  nottinghamshire derbyshire leicestershire northamptonshire wiltshire hampshire berkshire northumberland tyneside
  merseyside wrexham bangor aberystwyth llanelli inverness perth stirling paisley
  `),
)

/** Shortened and clinical words and supplies of case notes. Lower case. */
export const caseNoteWords: readonly string[] = [...shortenedWords, ...supplies, ...clinicalWords]
