import { isInShortForms } from './short-forms.ts'

/** First names met in the United Kingdom, of many origins, folded to plain lower case. A cue, never a proof. */
const names = `
aaliyah aaron abbas abdi abdul abdullah abdulrahman abena abimbola abiola abu ada adaeze adam ade adebayo adel adele adeola adewale adil aditi
adnan adrian adrienne afia afua agata agnes agnieszka ahmad ahmed aidan aileen ailsa aisha aisling aishah aiesha ajay akash akosua akua alan alana alasdair
alastair albert aled aleksander aleksandra alex alexa alexander alexandra alexis alfie alfred ali alia alice alicia alina alisa alisha alison alistair alister
allan allen alma alun alwyn alyssa amal amanda amara amarjit amber amelia amina aminata amir amira amit amma amrit amy ana anand anastasia
andrea andrei andrew andrzej aneta aneurin angela angharad angie angus anil anita anjali anna annabel anne anneka annette annie anthea anthony antonia antonio
anthony anton anwar aoife april arabella archie arjun arlene arthur arun arwel arwen asad asha ashleigh ashley ashraf asif asma astrid
atif audrey austin ava avis avril ayaan ayesha ayo azra babatunde bal balbir baldev balwinder barbara barry bartosz basil beata beatrice becky belinda
ben benedict benjamin beverley beverly beryl bernadette bernard bertha beth bethan bethany betty bhavna bianca bill billy binta blanche blessing blodwen bob
bobby boguslaw bola brandon brenda brendan brian bridget brigid bronwen bronwyn bruce bruno bryan bryn bryony byron caitlin callum calum calvin cameron
camilla caoimhe cara carl carla carlos carmel carmen carol carole caroline carolyn carys catherine catriona cecil cecilia cedric celeste celia ceri cerys chanel
chantelle charis charlene charles charlie charlotte chelsea chen cheryl chidi chima chinedu chioma chloe chris christian christina christine christopher chukwuemeka
ciara ciaran cian claire clara clare clarence claudia claudine clement cliff clifford clive clodagh colette colin colleen colm conor connor constance cora coral
corey corinne cormac cornelius courtney craig crispin crystal curtis cynthia cyril dafydd daisy damian damien damilola dan dana daniel daniela danielle danny
danuta daphne darius dariusz darragh darren dave david davina dawid dawn dean deborah debra declan deepa deepak deirdre delia delroy delyth denis denise dennis
denzil derek dermot derrick desiree desmond devon dewi dhruv diana diane dianne dilip dilys dinah dinesh dionne dmitri dolores dominic dominik dominika
donal donald donna doreen doris dorota dorothy douglas doyin duncan dwayne dylan eamonn earl ebele ebony eddie edgar edith edmund edna edward edwin
eileen eilidh eira eirlys elaine eleanor elena eleri elias elijah elin elisabeth elise eliza elizabeth ella ellen ellie elliot elliott ellis elsa elsie elspeth
eluned elvira elwyn emeka emil emilia emily emir emlyn emma emmanuel emrys emyr ena enid enoch eoin eric erica erin ernest esme esther ethan ethel
ethna eugene eugenia euan eunice eva evan evans evelyn everton ewa ewan faisal faith faiza farah farhan farida farooq faruk fatema fatima fatou fatoumata faye
felicity felix femi fergus ferhat fiona fionnuala fiyaz flora florence folake frances francesca francis frank fraser freda frederick freya funmilayo gail gareth
garfield garry gary gavin gaynor gemma geoff geoffrey george georgia georgina geraint gerald geraldine gerard germaine gertrude ghulam giles gillian gina giovanni gita
giulia gladys glen glenda glenn glenys gloria glyn godfrey gordon gosia grace graeme graham grainne grant greg gregory greta grzegorz guiseppe gulsen gurdeep gurdip
gurjit gurmit gurnam gurpreet guy gwen gwendoline gwenllian gwilym gwyn gwyneth habib hadiza hafsa hakim halima halina hamid hamish hamza hana hanna hannah harbhajan
hari harinder harjinder harjit harold harpreet harriet harry harsha haruna haruka hasan hassan hattie hayley hazel heather hector heidi helen helena helga
henri henrietta henry herbert hermione hilary hilda hina holly honor hope howard hugh hugo humphrey huda hui husain hussain hussein huw hywel iain ian ibrahim
ida idris ieuan ifan ifeoma ifor igor ikram ilona ilyas imelda imogen imran ina inderjit india indira inga ingrid ioan iolo iona ipek iqbal ira irena irene
irfan iris irma irwin isaac isabel isabella isaiah isha ishmael isla islam ismail isobel ivan ivor ivy iwan iwona jack jackie jackson jacob jacqueline jacqui
jade jagdish jagjit jake jakub jalal james jamie jamila jamila jan jana jane janet janice janina janine janis jared jarek jaroslaw jasbir jasmin jasmine jason
jasper jaspreet jaswinder jatinder javed javier jaya jayden jayne jayne jayshree jean jeanette jeff jeffrey jemima jenna jennie jennifer jenny jeremiah jeremy
jermaine jerome jerry jerzy jess jesse jessica jia jill jillian jim jin jing jo joan joanna joanne jocelyn jodie joe joel joginder john johnny jolanta jon
jonathan jordan jorge jose josef joseph josephine josh joshua josie joy joyce juan juanita jude judith judy julia julian juliana julie juliet juliette
jun june justin justine justyna jyoti kadija kai kailash kajal kalpana kamal kamaljit kamila kamran kapil karamjit karen karim karl karol karolina kasia kashif
kasim katarzyna kate katharine katherine kathleen kathryn kathy katie katrina katya kavita kay kayleigh kazimierz keeley keira keisha keith kellie kelly kelvin ken
kenneth kenny kenya kerry kevin khadija khadra khalid khalil kieran kieron kim kimberley kiran kirsten kirstie kirsty kitty kofi kojo konrad krishna krystyna krzysztof kuba
kuldip kulwant kulwinder kumar kunle kwabena kwame kwasi kwesi kyle kylie lakshmi lalita lamin lana lance lara larissa larry latoya laura lauren laurence laurie lavinia
lawrence layla leah leanne lech lee leena leila len lena leo leon leona leonard leroy lesley leslie leszek letitia lewis li liam libby lidia lilian lillian lily lin
linda lindsay lindsey ling lionel lisa liz lizzie llinos lloyd llywelyn lois lola lorna lorraine louis louisa louise lourdes lubna luca lucas lucia lucinda lucy
luis luke lukasz lydia lyn lynda lyndon lynette lynn lynne mabel maciej madeleine madge maeve magda magdalena maggie maheen mahmood mahmoud mai maire mairead
mairi maisie majid malachy malcolm malgorzata malik mandeep mandy manjit manjula manuel mara marcel marcia marcin marco marcus marek margaret margarita margery margot
maria mariam marian marianne marie marietta marilyn marina mario marion marisa marius mariusz marjorie mark marlene marlon marta martha martin martina martyn marvin
mary maryam masood mateusz mathew matilda matteo matthew maud maura maureen maurice mavis max maxine maxwell may maya meena meera mehmet mei mel melanie melissa melvin
melvyn mercy meredith merle merlin mervyn mia michael michaela michal michele michelle miguel mihai mike mila mildred miles milly mina ming minnie mira miranda
miriam miroslaw misbah mitchell mo modupe mohamed mohammad mohammed mohan mohsin moira molly mona monica monika montserrat morag morgan morris morwenna moses muhammad
mukesh muna munir murdo muriel murray musa mustafa myfanwy myra myrtle nadeem nadia nadine naeem nagina nahid naima najma nan nancy nanette naomi narinder nasir
nasreen nasrin natalia natalie natasha nathan nathaniel naveed navdeep nazia neelam neha neil nell nellie nerys nesta neville ngozi nia niall niamh nicholas nick nicky
nicola nicole nigel nikki nikita nikola nila nina nirmal nisha nita noah noel noelle noor nora norah noreen norma norman norris nuala nur nusrat nyasha
obinna octavia odette oisin ola olaf olamide olga olive oliver olivia ollie olu olufemi olumide oluwaseun olwen omar oonagh orla osama oscar osman oswald owain owen padraig
paige pam pamela parminder parveen pascal pat patience patricia patrick patrycja paul paula paulette paulina pauline pavel pawel pearl peggy penelope
penny percival percy perminder peter petra petronella philip philippa phillip phoebe phyllis pia pierre piers piotr pippa polly poonam pooja portia prakash pramila
pravin precious preeti prem primrose priscilla priti priya priyanka prudence przemyslaw qasim queenie quentin rab rabia rachael rachel radoslaw rafael rafal rafiq raheem rahima
rahul raj raja rajan rajesh rajinder rajiv rakesh ralph ram rama ramesh ramona ramon rana randolph rani ranjit rashid rashida ravi ravinder ray raymond reece
rebecca reena reg reginald rehana rekha remi rena renata rene renee reshma reuben rex reza rhian rhiannon rhoda rhodri rhona rhonda rhys ria ricardo richard
rick rita ritu riya rizwan rob robert roberta roberto robin robyn roderick rodney roger rohan roisin roland roma roman romana ron rona ronald ronan ronnie rory
ros rosa rosalie rosalind rosamund rosanna rose roseanne rosemarie rosemary rosie ross rowan rowena roxanne roy ruby rudi rufus rukhsana rupert rupinder russell ruta ruth ryan ryszard
saad sabah sabina sabrina sadia sadie sadiq saeed safia sahra saima sajid sakina salah saleem saleh salim sally salma sam samantha sameer samina samir samira samson samuel
sandeep sandra sandy sangita sanjay sanjeev santosh sara sarah sarita sasha satnam satwinder saul savita scott seamus sean sebastian selina selma serena seren serge
shabana shabir shabnam shafiq shah shahid shahida shaista shakeel shakira shamim shamima shane shannon shantel sharifa sharon shaun shauna shazia sheena sheila
shelagh shelley sherry shilpa shireen shirin shirley shivani shobha shona shreya shyam siân sian sibusiso sidney sidra sienna sikander silvia simon simone sinead siobhan
sita slawomir sofia soheila solomon somaya sonia sonya sophia sophie soraya spencer stacey stan stanislaw stanislawa stanley stefan stefania stella steph stephanie stephen
steve steven stewart stuart sudha sue suhail sukhdev sukhjit sukhwinder suki sulaiman sultana suman sunil sunita surendra suresh surinder surjit susan susanna susannah
sushila suzanne suzy svetlana swati sybil sydney syed sylvester sylvia sylwia tabitha tahir tahira taiwo tamara tamsin tania tanisha tanveer tanvir tanya tara tariq
tasneem tatiana tayo ted temitope tendai terence teresa terri terry tess thandi thelma theo theodora theodore theresa thi thomas tia tiffany tilly tim timothy tina
tobias toby todd tom tomasz tommy toni tony tonya tracey tracy trevor tricia trina trisha tristan trudy tudor tunde tyler tyrone uche uma umar una unathi ursula usha usman
uzma valentina valerie vanessa vasile vaughan vera verity vernon veronica vicki vicky victor victoria vijay vikram vimla vinay vince vincent vinod viola violet viorel
virginia vivian vivien vivienne vladimir waheed wai wajid walter wanda waqar warren wasim wayne wei wendy weronika wesley wilfred wilhelmina will william
wilma winifred winston wiktoria wojciech woody xavier xiao xin yan yang yasin yasmeen yasmin yasmine yetunde ying yolanda  yousef yousuf yusra yusuf yvette
yvonne zac zach zachary zafar zahid zahir zahra zahida zain zainab zaira zak zakariya zara zaynab zbigniew zdzislaw zeenat zeinab zelda zena zeynep zhang zia zita zoe zofia zoltan
zsofia zubair zuzanna
abbey aria arty asher beau bluebell brad bradly buddy carly carmine chester chi clay curt dell denys dory eddy elmer ester fern
filbert garnet gilles gypsy harmony harper honey jarred jazz jock lacy lamees laurel lester levi levy marigold maverick melody merry
midge milo misty niles norton ocean om pansy petunia poppy primrose princess rainer randy raven rebel resham rocky samer scarlet shady sibyl sol
solly sonny tabby tam tansy tilda union unity valentine velvet willow winnie woody yuk
`

let known: Set<string> | undefined

/** Whether a folded, lower-case word is a first name or a usual short form of one. */
export const isFirstName = (word: string): boolean => {
  known ??= new Set(names.trim().split(/\s+/))
  return known.has(word) || isInShortForms(word)
}

/**
 * Names that are also ordinary words, beyond what the dictionary says. In the key they are matched only with a capital
 * and in a context that fits a person. Folded, lower case.
 */
export const namesThatAreWords: ReadonlySet<string> = new Set(
  `will may grace rose mark bill dean faith hope joy fell dot art pat sue rob jack nick wade drew carol frank gene harry
  jean grant chase chance iris ivy lily daisy heather holly hazel olive pearl ruby amber april june august summer autumn dawn eve
  gay guy miles victor lance max may rich dick bob josh ray reed rod roman ruth sandy skip sky stone storm ted tom tony
  trudy violet wally ward wills young old long short black white green brown grey gray baker butcher carpenter cook
  cooper farmer fisher gardener hunter mason miller page potter porter shepherd smith taylor turner walker weaver
  king queen prince bishop pope abbott knight squire lord english french welsh scott marshall parish church temple hill
  hall wood woods field fields brook brooks bush banks rivers lake waters marsh moor heath forest park lane street
  house home kitchen day week weeks may march friday christmas winter frost snow rain love moon star sharp swift bright
  best good goodman wise price rich cash penny pound sterling silver gold golden steel case cross bell ball box rule read
  reading bird crane drake finch hawk martin nightingale partridge robin sparrow swan wren lamb fox wolf hart buck
  lion salmon pike bass crab beech birch elm ash oak pine berry cherry peach rice bean bacon pepper salt sage rosemary ginger basil
  blessing patience prudence charity constance mercy verity comfort precious gift happy peace favour goodness
  honor honour glory pride noble moody meek stout strong armstrong power powers self french love hands head legg foot
  case law court judge sergeant major constable hurt pain paine penn speed dodge ford bridge bridges tower gates
  winsome clement coral crystal garnet earl duke baron princess blossom fern poppy primrose dale glen rusty junior
  lovely delight trinity destiny miracle praise happiness innocent fortune wisdom justice mercy yaw gay merle jewel
  sapphire opal hyacinth lark robbie lucky major christian pascal noel wall walls stair stairs post poll mayor wells spring springs springer barber dyer fuller glover hooper naylor parsons
  bond bolt cable pack pickles coffey tea coffin cope gore grill hand hogg hook hope ridge rush shade sheen
  teller tiller tucker tyler wake wild wilde winder winters woodward yard`
    .trim()
    .split(/\s+/),
)
