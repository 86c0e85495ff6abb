const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** First names and surnames of people in Britain, by where the names come from, written for this measure alone. */
export const origins: readonly { readonly first: readonly string[]; readonly last: readonly string[] }[] = [
  {
    first:
      list(`Marjory Clement Hilary Lorna Dudley Thelma Rowena Percival Winnifred Cedric Muriel Jocelyn Ambrose Leticia
      Bryony Fenella Maud Septimus Verena Lionel Myrtle Hester Piers Tabitha Crispin Ottilie Jemima Rupert Cordelia Barnaby`),
    last: list(`Ackroyd Birtwistle Cheeseman Dunnington Entwhistle Fothergill Grimshaw Heathcote Illingworth Jessop Kershaw
      Lumsden Micklethwaite Nettleton Oldroyd Postlethwaite Ramsbottom Sidebottom Thistlethwaite Umpleby Wrigglesworth
      Braithwaite Clutterbuck Higginbotham Osgood Tunnicliffe Shufflebotham Larkham Penhaligon Trevithick Wetherby`),
  },
  {
    first: list(
      `Catriona Ruaridh Morag Eilidh Struan Mhairi Iona Fergus Lachlan Kirsty Senga Torquil Shona Hector`,
    ),
    last: list(`Abernethy Buchanan Colquhoun Dalrymple Farquharson Galbraith MacGillivray MacIntosh McCorquodale
      McGlashan McQuarrie Menzies Strachan Urquhart Carmichael Auchterlonie`),
  },
  {
    first: list(`Ceridwen Eluned Gethin Iestyn Llinos Meirion Nerys Olwen Tegwen Emyr Geraint Mair`),
    last: list(`Bebb Cadwaladr Gwilym Llewellyn Prosser Pugh Vaughan Wynne Probert Beynon Gittins`),
  },
  {
    first: list(
      `Aoibheann Cathal Dervla Fionnuala Grainne Niamh Oisin Roisin Tadhg Sorcha Malachy Concepta Dympna`,
    ),
    last: list(`Brannigan Coughlan Devaney Gallagher Hennessy Kavanagh O'Callaghan O'Dowd O'Shaughnessy McGuinness Rafferty
      Scullion MacManus Quigley Tierney`),
  },
  {
    first: list(
      `Bogumila Czeslaw Dorota Edyta Halina Jadwiga Kazimierz Mieczyslaw Przemyslaw Urszula Zenon Wieslawa`,
    ),
    last: list(`Andrzejewski Brzezinska Cieślak Dąbrowska Gajewski Jankowska Lewandowski Majewska Pietrzak Sikorska
      Wójcik Zawadzki Wiśniewska`),
  },
  {
    first:
      list(`Anca Bogdan Cosmin Dragos Florentina Ionela Mihaela Ovidiu Raluca Viorica Zlatka Dimitar Rasa Gintaras Oksana
      Bohdan Taras Zsuzsanna Gyula Istvan`),
    last: list(`Ciobanu Dumitrescu Georgescu Lupescu Munteanu Popa Vasilescu Todorova Petkov Kazlauskas Jankauskiene
      Shevchenko Bondarenko Szabo Horvath Nemeth`),
  },
  {
    first:
      list(`Adaobi Babajide Chiamaka Ebere Folasade Ifeanyi Kelechi Ngozika Obinna Temitope Uchenna Yewande Kwabena Akua
      Esi Kojo Yaw Abayomi Omotola`),
    last: list(`Adebowale Balogun Chukwuma Ezeh Fashola Ibekwe Nwachukwu Ogunleye Onyekachi Salako Uzoma Agyeman Boateng
      Owusu Mensah Asante Amponsah`),
  },
  {
    first:
      list(`Abshir Hodan Ifrah Liban Sagal Warsame Zeinab Bilan Selam Tesfaye Yohannes Tsehay Chipo Tendai Rutendo Farai
      Nyasha Tafadzwa`),
    last: list(`Abdirahman Farah Guled Jama Mohamud Samatar Gebremariam Haile Tekle Chikwanha Moyo Mutasa Ncube Sibanda
      Marufu`),
  },
  {
    first:
      list(`Arslan Bushra Farzana Ghazala Iftikhar Javed Kausar Mehwish Nadeem Parveen Qaiser Rukhsana Shazia Tahira
      Waseem Zulfiqar Rehana Rezaul Shirin Tahmina Jahanara`),
    last: list(`Akhtar Bashir Chaudhry Durrani Ghafoor Jamshed Kayani Mahmood Nawaz Qureshi Rehman Shafiq Tariq Yaqoob
      Chowdhury Miah Talukdar Uddin Choudhury`),
  },
  {
    first:
      list(`Amandeep Baljit Charanjit Daljeet Gurmeet Jagjit Kuldeep Navdeep Paramjit Sarbjit Tejinder Bhavesh Chetan
      Dipti Hansa Jignesh Ketan Minaxi Nimisha Pratik Rekha Trupti Yogesh`),
    last: list(`Aulakh Bhullar Dhaliwal Gill Johal Kooner Mangat Purewal Randhawa Sahota Virk Amin Bhatt Chauhan Desai Gajjar
      Joshi Kotecha Lakhani Mistry Solanki Thakkar`),
  },
  {
    first:
      list(`Arulmozhi Balasubramaniam Chandrika Dharshini Kumaran Logeswari Nirmala Pushpa Sivakumar Thilaga Vasuki
      Anoma Chaminda Dilrukshi Nilanthi Roshan`),
    last: list(`Arumugam Kandasamy Nadarajah Ponnambalam Ramanathan Selvarajah Sivapalan Thevarajah Bandara Jayawardena
      Perera Wickramasinghe`),
  },
  {
    first:
      list(`Baozhai Chunhua Guowei Jiahui Lijuan Meiling Qingling Shufen Xiulan Yulan Zhiwei Duc Hien Kieu Linh Phuong
      Thuy Tuyet`),
    last: list(`Cheung Fung Kwok Leung Mak Ouyang Poon Tsang Xu Yeung Zhou Dang Huynh Ngo Truong Vuong`),
  },
  {
    first:
      list(`Aylin Berkay Cemal Dilek Emine Feride Gulsen Hatice Huseyin Mehmet Nevzat Ozlem Sukran Zeki Bejan Dariush
      Farideh Golnaz Homayoun Kamran Mahnaz Parisa Shirzad Azad Rojin Hevin`),
    last: list(`Aksoy Bozkurt Celik Demirci Erdogan Karaca Ozturk Sahin Yildirim Bakhtiari Esfahani Ghorbani Karimi
      Mohammadi Rostami Tehrani Barzani`),
  },
  {
    first: list(
      `Bassam Dunya Ghassan Hanadi Ibtisam Jumana Khaled Lubna Munir Nawal Qasim Rania Suad Wafa Yaseen Zuhair`,
    ),
    last: list(
      `Al-Amin Al-Khatib Barakat Darwish El-Masry Fakhoury Haddad Mansour Nasser Shaheen Zaidan Boutros`,
    ),
  },
  {
    first:
      list(`Adelaide Conceicao Fernanda Joaquim Lurdes Nuno Otilia Vasco Calogero Domenica Filomena Gennaro Rosaria
      Salvatore Andreas Androulla Despina Kyriacos Panayiota Stavroula`),
    last: list(`Albuquerque Carvalho Figueiredo Magalhaes Pinheiro Bianchi Caruso Esposito Lombardi Rinaldi Christodoulou
      Georgiou Hadjigeorgiou Kyriakides Papadopoulos`),
  },
  {
    first:
      list(`Delroy Everton Icilda Linval Merlene Neville Orville Pearline Sephora Winsome Cleopatra Desrene Glenroy
      Ianthe Marlon Bayani Corazon Dalisay Ligaya Rizalina`),
    last: list(`Campbell-Bryan Dacres Facey Grandison Hibbert Lindo McCalla Nembhard Pinnock Swaby Thelwell Bautista
      Dimaculangan Macaraeg Villanueva`),
  },
]

/** Homes, schools, surgeries and the like, invented. */
export const institutions: readonly string[] = [
  'Larkspur Lodge',
  'Thornbury Grange',
  'The Hollies nursing home',
  'Brackenfield House',
  "St Aidan's Hospice",
  'Copperfield Surgery',
  'Millbrook Medical Centre',
  'Whinmoor Primary School',
  'Kestrel View care home',
  'Pennywell Day Centre',
  'Ashdown Court',
  "St Cuthbert's Church",
  'Elmhurst Infirmary',
  'Beechcroft residential home',
  'Wychwood Pharmacy',
  'Stonebridge Academy',
  'The Cedars care home',
  'Foxglove Manor',
  'Riverside Dental Practice',
  'Marlpit Community Hospital',
]

/** Towns and streets, invented. */
export const towns: readonly string[] = list(
  `Harrowmere Wexcombe Thornley Castlebeck Marshgate Ollerdale Pendlebrook Ravenscar Stokeham Tillingbourne`,
)
export const streets: readonly string[] = [
  'Quarry Lane',
  'Tollgate Road',
  'Spinney Close',
  'Wharfedale Avenue',
  'Hawthorn Crescent',
  'Bishopsgate Terrace',
  'Chantry Drive',
  'Old Brewery Street',
  'Lime Tree Grove',
  "St Oswald's Road",
]
