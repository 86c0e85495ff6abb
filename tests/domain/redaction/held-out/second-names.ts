const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** A second set of names, written after the first had been measured and the rules mended. */
export const secondOrigins: readonly {
  readonly first: readonly string[]
  readonly last: readonly string[]
}[] = [
  {
    first:
      list(`Averil Bertram Cyril Doreen Edna Gwendolen Horace Ivor Joyce Kitty Leslie Mavis Norris Olga Phyllida Quentin
      Reginald Stella Thaddeus Una Vernon Wilfrid Yvonne Zara Callum Kayleigh Shaun Tyrone Chantelle Jayden Bethan`),
    last: list(`Allardyce Bagshaw Copplestone Dewhurst Eckersley Farnsworth Gaskell Hindmarsh Inchbald Jellicoe Kirkbride
      Longbottom Mossop Neville-Rolfe Ormerod Pickersgill Quarmby Rowbotham Satterthwaite Tattersall Uttley Varley Winstanley
      Yarwood Noakes Blenkinsop Cruickshank Dinsdale Hobday Stubbings`),
  },
  {
    first:
      list(`Ailbhe Brid Ciaran Deirdre Eoghan Fintan Muireann Padraig Sile Una Alasdair Beathag Ciorstaidh Domhnall
      Angharad Branwen Dewi Ffion Ifan Lowri`),
    last: list(`McAllister MacLeod McKinnon Fitzpatrick O'Reilly O'Flaherty Mulholland Gilhooly Heaney Devlin Rhydderch
      ap-Rhys Tudor Gwynne Llywelyn`),
  },
  {
    first:
      list(`Danuta Elżbieta Grażyna Ireneusz Jerzy Krystyna Lechosław Ludmila Svetlana Vladislav Yevhen Andreea Catalin
      Gheorghe Lucretia Marinela Vytautas Ilze Janis Desislava Plamen Arben Besarta Drita`),
    last: list(`Chmielewski Kaczmarek Nowakowska Ostrowski Szymańska Tomaszewska Kovalenko Melnyk Tkachenko Balan Diaconu
      Rusu Stoica Butkus Ozols Dimitrova Hoxha Krasniqi Gashi`),
  },
  {
    first:
      list(`Abosede Chinonso Damilola Efua Funmilayo Gbenga Ikechukwu Mojisola Nkechi Olumide Segun Titilayo Adwoa Kofi
      Nana Fatoumata Mariama Ousmane Lamin Binta Tumelo Nomvula Sipho Wanjiru Kamau Achieng`),
    last: list(`Adesanya Afolabi Chukwu Eze Okeke Olatunji Oyelaran Umeh Acheampong Addo Darko Osei Ceesay Jallow Sowe Dlamini
      Khumalo Mwangi Otieno Kimani`),
  },
  {
    first:
      list(`Anjum Dildar Firdaus Hamza Ishrat Jamila Khurshid Laiba Mansoor Naseem Oways Perveen Robina Sajid Tasleem
      Umair Yasmeen Zubaida Habibur Monowara Shamsul Bhupinder Dalbir Gurdev Inderjit Lakhvir Sukhjinder Ashwin Bharti
      Champak Devika Hemlata Jayesh Madhuri Niranjan Sunita Vasant`),
    last: list(`Abbasi Bukhari Farooqi Gulzar Hanif Iqbal Khatun Malik Nisa Raja Saleem Shah Zaman Bains Chahal Grewal Nijjar
      Sidhu Toor Dave Hirani Modi Parmar Rathod Shukla Vyas`),
  },
  {
    first:
      list(`Aihua Bingwen Chaoxing Fenfang Huifang Jinhai Liwei Peizhi Ruoxi Yingjie Anh Binh Dung Hoa Khanh Minh Quang
      Trang Eun-ji Ji-hoon Seo-yeon Haruka Kenji Yoko Somchai Malee`),
    last: list(`Chan Deng Fong Gao Hsu Jiang Kong Liao Luo Peng Shen Tian Wong Yip Zheng Bui Dinh Doan Lam Pham Kim Park
      Tanaka Watanabe`),
  },
  {
    first:
      list(`Adnan Baran Canan Deniz Elif Fikret Gulay Ibrahim Kemal Mustafa Necla Rojda Serhat Ardeshir Bahar Fereydoun
      Laleh Mitra Nasrin Siamak Abdelkader Djamila Hassiba Karim Malika Rachida Samira Tarek Yousra Haval Shilan`),
    last: list(`Aydin Dogan Kaya Polat Simsek Tekin Yalcin Ahmadi Hosseini Jafari Rezaei Zand Benali Bouazza Cherif El-Sayed
      Hamdan Khalil Saleh Taleb Amedi`),
  },
  {
    first:
      list(`Alzira Benedito Celeste Duarte Graciete Manuela Zulmira Agostino Concetta Emanuele Graziella Loredana
      Anastasios Chrystalla Eleftheria Loizos Soteroulla Agapito Erlinda Jovita Imelda Rodrigo Carlton Desmond Eulalie
      Fitzroy Hyacinth Leroy Norma Roderick Sylvester Verona Wendell`),
    last: list(`Baptista Coelho Ferreira Mendonca Teixeira Colombo De-Luca Ferrante Marchetti Romano Charalambous Ioannou
      Nicolaou Savvides Aquino Dela-Cruz Magsaysay Ramos Blackwood Clarke-Ellis Dunkley Gayle McFarlane Samuels Tulloch
      Wedderburn`),
  },
]

export const secondInstitutions: readonly string[] = [
  'Maple Tree Court',
  'Fairhaven residential home',
  'The Limes',
  'Holly Bank Surgery',
  "St Winifred's Hospice",
  'Oak View nursing home',
  'Sandstone Primary School',
  'Priory Road Medical Practice',
  'Windermere Ward',
  'Queensway Pharmacy',
  'Larchwood Care Centre',
  'Holy Trinity Church',
  'Sycamore Lodge',
  'Dovecote Day Centre',
  'Heather Grange care home',
  'Castle Hill Hospital',
]

export const secondTowns: readonly string[] = list(
  'Brackenthwaite Colderidge Dunmarsh Eastwick Fenbury Gorseby Hexthorpe Ingleford Kirkmoor Launcebridge',
)
