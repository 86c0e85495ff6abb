import { namesThatAreWords } from './first-names.ts'

/**
 * Surnames met in Britain that the list of ordinary words, or an ending it knows, also accounts for. A cue to read a
 * capitalised word as a name where a person is spoken of, never a proof. Folded, lower case.
 */
const surnamesThatAreWords: ReadonlySet<string> = new Set(
  `adder alder angel archer asher askew aster auger ayers baggs bailiff banister barker barley barnes barrow barter
  bastard bates batten batty beck bee beet bellows bent biggs binder binns bland bliss bloom bloomer blower blunt
  boatman bodkin bolder booth bower bowers bowler bowles bowman boxer bracken brewer briar bridger briggs brine
  brisk broader brogan buckler buggs bull bullock bunting burden burgess burns burr burrow burrows bushel butler
  butt button byers canning cannon capon capper carver castle catcher chaffer chandler chanter charter chaser
  chester chipper chisel churchman clapper clay cleaver clements clout clover coales coates cobbler cock cocker
  cockle coker collier colt colter comber comer condor coop coot copper copping corker cotter cotton coward cox
  craven creed crick crier crisp crocker crook crookes cropper crouch crowder cumming cunning currant cutts dabbs
  dagger dainty dancer darling daunt dear dearing dent derby devil dew dicker dodger doe dollar dolphin downer
  downes downs dowse dowser draper drewer drover drummer dunning dyke earnest eddy elder elms ember ermine falcon
  falconer fallow fallows farthing fawn fear fennel fiddler fielder fielding flack flagger flint flower flowers
  foster fowler fowles freeman freer friar fryer furlong furness gaiter gale gallop gambler gander garland garner
  garter gaunt gibbon gibbons gilder glazier goad golder goldfinch goldsmith goodwill gosling granger graves grime
  grimes grocer groom groves gruff gull gunner gurney hacker haddock hagger hake hale hales halls hamer hammer
  hamper hanger harding hardy hare harker harmer harper harries harrow hastings hatch hatcher hatchet hawker
  hawkes hawthorn hayes hazard heard heaver hedger hedges hemming herring hewer hick hickey hicks hillier hobbs
  hodder hogan hollow homer honey hooker hopper hopping horner horseman householder howes huffer hull humble
  huntsman hurdle hutch hutchings innes jackal jacks jester joiner joule keel keeler kettle kettles keys kidder
  kilner kindred kinsman kitchener knave knights knotts lander landless larking laurel lavender lawes lawless laws
  leach leathers leech leeds lees lemon lester lever levy lidder lightning linden liner linnet lister little
  littler lively lock lowly lucker lynch lynx mallard manly manners manning manser mariner marks marquis marten
  marvel masters maul mayer mayers mays mead meadows meeks mellow merchant merry messer mettle mews midwinter
  mills miner minnow minster mitten mole monger monk monks moose morrow moss mould moulder moult mullet muse
  mustard mutton nailer needler nester nettles newton nickels nipper nutter nutting oakes oaks oates oats onions
  orchard otter outlaw paddock pallet palmer panter paris parker parkes parrot parson peacock peal peasant peat
  peck pedlar peel peers pellet pennant peppercorn petty pewter pickering pierce pilgrim pilling pillow pinker
  pinner piper pipes pippin pitcher pither pitts plater plover plumb plummer ponder ponds poplar potts pounds
  prater preacher priest priestly primmer prior proctor prosper prosser pryer puddle puffer pulling pullinger
  purchase purser quail quiller quince quirk rabbit rabbits rainer raines rains raker ranger ransom rasher ratter
  raven readman reaper redder redwood reeve reeves riddle rider rigger rimmer ringer rings riser roach rock rodder
  roe roebuck rogers rook rooker roots roper ropes rotter rouse royal rusher russet rutter sacker saddler salter
  savage savager sawyer sayer sayers scholar scorer scrimshaw scripps seaman seamer seeds sellers sexton shackle
  shafter shank shanks sharper shearer shields shipper shorter shoveller silvers simmer simmers simms sims singer
  singleton skeet skinner skipper slack slater slatter slaughter sloper sly small smaller smart smither smithers
  smithies smock snipe soper sorrel sparkes sparks spicer spiller spinner spires spittle spooner squires stainer
  standing staples stark starling steeple steer steers stern steward stiles stilles stocker stoker stokes stones
  stonier storer storey strange streams streeter striker stringer stubbs sturgeon styles summers swain swallow
  swallows sweet sweeting swinger sword swords tabby tacker tallow tanner tasker teal tester thatcher thistle
  thorn thrasher thresher thrower thrush tickler tidy tiler tinker tinkler tipping tipple tippler toad tombs toms
  tong topper topping towers towner tree trotter true tubbs tuck tuft turnpike tyrer underdown underhill underwood
  uphill usher vale valence vane veal venter verger viles vine viner vines vintner wader waites wakely wale wales
  waller wallop walrus ware wares waring warner wasp watt watts weekes weir welcome welder weller wellings whaler
  wheater wheeler wheelwright whistler whiter whittle whittles wick wicks wight wiles wilful willing willow wilt
  winch windmill winds withers witts wonder woodcock wooding woodland woodman wooler worth wright wringer writer
  yeoman yeomans yew younger youngs yule`.split(/\s+/),
)

/** Whether a folded, lower-case word that may be ordinary is also somebody's first name or surname. */
export const isAlsoAName = (word: string): boolean =>
  namesThatAreWords.has(word) || surnamesThatAreWords.has(word)
