const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** First names, each with a short form where there is one; of many origins, and none that is also a word. */
export const firstNames: readonly (readonly [name: string, short?: string])[] = [
  ...([
    ['Margaret', 'Maggie'],
    ['Elizabeth', 'Liz'],
    ['Kenneth', 'Ken'],
    ['Patricia', 'Trish'],
    ['Deborah', 'Debbie'],
  ] as const),
  ...([
    ['Rebecca', 'Becky'],
    ['Nicholas', 'Nick'],
    ['Theresa', 'Tess'],
    ['Geoffrey', 'Geoff'],
    ['Jacqueline', 'Jackie'],
  ] as const),
  ...list(
    'Siobhán Zoë Brónagh Ciarán Łukasz Agnieszka Björn Renée Anaïs Oluwaseun Chidinma Kwabena Parminder Gurpreet Harbhajan Tahira ' +
      'Nasreen Mehmet Ayşe Thi-Mai Xiaoling Rhiannon Llewelyn Myfanwy Ffion Ingeborg Zdenka Marcelina Vasile Ioana Desta Abrehet ' +
      'Philomena Dervla Cordelia Perpetua Leontyne Ambrosine Ottoline Theodora',
  ).map((name) => [name] as const),
]

/** Surnames with the shapes that go wrong: O', Mc, Mac, hyphens, spaces, accents, very short and very long. */
export const surnames = list(
  "O’Rafferty O'Shaughnessy McCorquodale MacGillivray Fitz-Aldwyn Featherstonehaugh Quennell-Astbury Szczepański Ó_Braonáin van_der_Loo " +
    'Nguyễn Ünal Adeyemi-Okonjo Wojciechowska Thistlethwaite Cholmondeley Papadopoulos Ramgoolam Bhattacharyya Sivakumaran Golightly ' +
    'Ruxpin Tordoff Ugglebarnby Venkatesan Wrigglesworth Yarborough Zeelenberg Ostrowski Penhaligon Llanfihangel Kwarteng Haverthwaite ' +
    'Drinkwater-Hume Eccleshare Babangida Crotchety Dunnachie Jellicoe-Prout Inglethorp',
).map((name) => name.replaceAll('_', ' '))

export const streets = list(
  'Thornwick Harebell Ludgrave Pennywort Saltmarsh Ashlar Bramcote Cinderhill Dewbank Eelpie Fosseway Gorsedale',
)
export const streetKinds = list('Lane Road Close Avenue Crescent Terrace Gardens')
