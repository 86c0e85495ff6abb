const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** A third set of names, from other lists, written after both others had been measured and the rules mended. */
export const thirdOrigins: readonly {
  readonly first: readonly string[]
  readonly last: readonly string[]
}[] = [
  {
    first:
      list(`Lesley Darren Tracey Wayne Mandy Craig Leanne Glenys Keith Maureen Brenda Terence Elsie Stanley Dawn Heather
      Nigel Vera Alfie Freya Harvey Poppy Reece Ellie-Mae Kian Demi-Leigh Dennis Jean Rita Gordon Sandra Norman Hazel Ivy`),
    last: list(`Ashworth Barraclough Crowther Dobson Earnshaw Fairclough Garside Hebblethwaite Ibbotson Jagger Kellett Lockwood
      Murgatroyd Naylor Openshaw Priestley Rushworth Sugden Thackray Uttridge Verity Womersley Bloggs Hoyle Pinder Stone Marsh
      Wood Booth Pratt Nunn Tranter Peabody Snell Gribble Tozer Bickerstaff Cattermole Gotobed Onions Death Snook`),
  },
  {
    first: list(
      `Assumpta Bernadette Colm Dermot Eimear Finbar Gearoid Jarlath Majella Nuala Orlaith Phelim Sinead Turlough Brigid`,
    ),
    last: list(`Brosnan Cassidy Dineen Fahy Geraghty Hanrahan Kinsella Loughnane McGettigan Moynihan Ni-Bhriain O'Driscoll
      O'Keeffe O'Sullivan Prendergast Shaughnessy Twomey MacNamara McLoughlin`),
  },
  {
    first: list(
      `Aneirin Blodwen Cerys Delyth Eirian Gwilym Heledd Islwyn Menna Rhodri Siwan Tomos Glyndwr Myfanwy`,
    ),
    last: list(
      `Ap-Gwynn Bowen Craddock Eynon Gethin Howells Jenkins Lloyd Meredith Parry Penry Rees Tudur Yorath Treharne`,
    ),
  },
  {
    first:
      list(`Cinderella Elvaina Levi Manfri Nelson Noah Rebel Sampson Shady Tilda Union Vashti Ocean Lavinia Jobi Patsy
      Bridgie Chantelle Winnie Johnjo Margaret-Ann`),
    last: list(`Boswell Buckland Cash Connors Doherty Hedges Lovell McDonagh Penfold Price Sheridan Smith-Loveridge Varey Wharton
      Ward Quilligan Stokes Gumble Scamp Loveridge`),
  },
  {
    first:
      list(`Agata Bartłomiej Cezary Dominik Ewelina Franciszek Genowefa Hieronim Izabela Kinga Longin Małgorzata Norbert Oliwia
      Renata Stanisława Teodozja Waldemar Zdzisława Żaneta`),
    last: list(`Bąk Chojnacki Domańska Fijałkowski Głowacka Hryniewicz Jabłoński Kozłowska Łukaszewicz Malinowska Nowicki
      Olszewska Piątek Rutkowska Sobczak Stępień Urbańska Włodarczyk Zieliński Żak`),
  },
  {
    first:
      list(`Aadhya Bhagwanti Chandni Devendra Esha Falguni Gaurav Harshad Ishwarlal Jyotsna Kokila Lalji Manibhai Naresh
      Omprakash Pushpaben Ramila Savitaben Tarulata Urvashi Vijaya`),
    last: list(`Acharya Bhardwaj Chudasama Dhokia Gohil Hindocha Jobanputra Kapadia Lad Makwana Nagrecha Odedra Popat Raval
      Sisodia Tanna Unadkat Vaghela Wadhwani Zaveri`),
  },
  {
    first:
      list(`Asma Bilqis Chand Faizan Gulnaz Haroon Imtiaz Jabeen Kulsum Liaqat Mubashir Nazakat Ozair Pervaiz Razia Shakeela
      Tabassum Usmaan Wajeeha Yasir Zarqa Abdur Begum-Jaan Hosne-Ara Mofiz Nurjahan Shahnaz Swapna`),
    last: list(`Awan Butt Cheema Dogar Ejaz Ghuman Hashmi Janjua Kiyani Lodhi Mughal Niazi Raza Shafi Tabish Warraich Zahoor
      Bhuiyan Chakraborty Howlader Khondaker Mollah Sarkar Sheikh Ullah`),
  },
  {
    first:
      list(`Avtar Balvinder Charan Davinder Gian Harbans Jarnail Karnail Lakhbir Malkit Nirmal Palvinder Resham Satpal Tarsem
      Balkar Jasvir`),
    last: list(
      `Atwal Bassi Cheema Deol Dosanjh Gosal Hothi Jandu Kang Lidder Mann Nahal Panesar Rai Sangha Takhar Uppal Badesha`,
    ),
  },
  {
    first:
      list(`Alphonso Beresford Clarissa Dorrett Errol Fredricka Gladstone Hortense Ivylyn Joycelyn Keturah Lloyd Millicent
      Neville Ouida Pearleta Ransford Sonia Theophilus Una Valda Winston Zephaniah Junior Precious`),
    last: list(`Anglin Bogle Cammock Daley Edmondson Francis Gentles Henriques Isaacs Josephs Kerr Levy Minto Noel Ottley Palmer
      Reid Sinclair Thame Vassell Whyte Bailey-Brown St-Louis Prescod`),
  },
  {
    first:
      list(`Abiodun Bukola Chidinma Dapo Ezinne Gbemisola Idowu Kehinde Lanre Morenike Nnamdi Omolara Rotimi Simisola Tobi
      Ugochukwu Yetunde Ama Kwaku Nii Serwaa Bintou Cheikh Modou Awa Fanta`),
    last: list(`Adeyemi Bankole Chukwudi Dosumu Egwuonwu Fatoki Idris Kuti Lawal Njoku Obiora Quaye Sarpong Tetteh Wiredu Yeboah
      Camara Diallo Keita Sesay Kamara Bangura Conteh`),
  },
  {
    first:
      list(`Ayaan Barwaqo Cawo Deqa Fowsia Geedi Hibaq Idil Khadra Maxamed Najma Rahma Shukri Ubah Zahra Almaz Bereket Dawit
      Genet Kidane Mebrat Senait Yordanos Blessing-Joy Fungai Kudzai Rumbidzai Simbarashe`),
    last: list(`Aden Barre Dualeh Egal Geele Hersi Isse Nuur Osman Shire Yusuf Abraha Berhane Ghebreab Kifle Mehari Tewolde
      Chigumba Dube Gumbo Mapfumo Nyathi Zvobgo`),
  },
  {
    first:
      list(`Ah-Kam Chi-Ming Dai Fuk-Lam Guiying Hao Jingyi Ka-Wai Lai-Fong Mingzhu Ngan Pak-Ho Qiang Ruiying Siu-Ling Tsz-Yan
      Wai-Ling Xiaoming Yuk-Lan Zixuan Bao Cuong Hanh Lan Tam Mai`),
    last: list(
      `Au Bi Chow Fan Guo Ho Hui Kwan Lau Lo Ma Mok Pang Qin So Szeto Tam Tse Wan Wu Yan Yuen Zhu Tran Vu Mac`,
    ),
  },
  {
    first:
      list(`Alin Costel Doina Eugen Gabriela Horia Iulia Liviu Mircea Nicoleta Petru Sanda Tudor Vasilica Aneta Boyko Ivaylo
      Kalina Yordanka Agne Egidijus Jurate Aivars Liga Edita Milos Radovan Besnik Fatmire Luljeta Sokol`),
    last: list(`Barbu Cojocaru Dragomir Enache Florea Gheorghiu Iliescu Lungu Marin Oprea Petrescu Sandu Toma Ursu Angelov Hristov
      Stoyanova Brazauskas Petrauskiene Berzins Novotny Kollar Berisha Dervishi Shala`),
  },
  {
    first:
      list(`Afsaneh Behrouz Cyrus Davood Elham Firouzeh Hooman Jaleh Keyvan Minoo Nader Shahram Tooran Vida Abeer Basel Dalal
      Eyad Ferial Hiba Iyad Lamees Maysoon Nizar Rula Samer Thuraya Wissam Gulizar Hozan Jiyan Sirwan`),
    last: list(`Azizi Daneshvar Farahani Golshiri Kazemi Moradi Norouzi Sadeghi Tavakoli Abboud Chalabi Dabbagh Habibi Issa Jabbour
      Kassab Najjar Qabbani Rifai Sabbagh Touma Yassin Karadag Ozdemir Yilmaz`),
  },
  {
    first:
      list(`Aurelio Benvinda Custodio Deolinda Esmeralda Glória Hermínio Jacinta Leonor Marçal Natércia Olívia Silvério Antonella
      Carmelo Donato Fortunata Gaetano Immacolata Liborio Argyro Fotini Michalakis Sotiris Rosalinda Teresita Nenita Danilo`),
    last: list(`Alves Bragança Cardoso Esteves Fonseca Gonçalves Lourenço Nóbrega Quaresma Sequeira Amato Barbieri Cacciatore
      D'Angelo Di-Marco Fanelli Antoniou Demetriou Michaelides Zenonos Abad Dizon Manalo Pangilinan`),
  },
]

/** Homes, schools, surgeries, churches and the like, invented. */
export const thirdInstitutions: readonly string[] = [
  'Bramble Cottage residential home',
  'Rosewood Lodge',
  'Ivydene Nursing Home',
  'The Poplars',
  "St Oswin's Hospital",
  'Thornfield Medical Practice',
  'Eastgate Surgery',
  'Copse Hill Primary School',
  'Jubilee Court',
  'Wisteria House',
  'Bethel Gospel Hall',
  'Harbour View Care Centre',
  'Crabtree Ward',
  'Kingfisher Pharmacy',
  'Netherton Grange care home',
  'Ashleigh Manor',
  "St Wulfstan's Church",
  'Marigold Day Centre',
  'Tanyard Dental Practice',
  'Greenacre Hospice',
]

export const thirdTowns: readonly string[] = list(
  'Aldersyke Borrowmere Cawthwaite Dinmoor Elverscombe Fallowby Grindlebridge Hollinsea Kexley Yarrowdale',
)

export const thirdStreets: readonly string[] = [
  'Tenter Street',
  'Coldharbour Lane',
  'Bagnall Road',
  'Sandpit Close',
  'Alma Terrace',
  'Saltram Crescent',
  'Weaver Drive',
  'Mafeking Avenue',
  'Cinder Hill',
  "Friar's Walk",
]
