import { gapAfter, gaps, wordOf, type Tokens } from './tokens.ts'

/** Syllables of Cantonese, Mandarin and Korean first names as they are written in Britain. Lower case. */
const syllables = new Set(
  `ah ai bao bik bing chak cheong chi chiu cho choi chuen chun chung eun fai fan fat fong fook fu fuk fung guo ha hang hee hei hin hing ho
  hoi hon hong hoon hua hui hung hye hyun jae ji jia jian jin jing joon jun ka kai kam kar kei ki kin king kit kiu ko kuen kun kwai kwan
  kwok kwong kyung lai lam lan lau lei lei leung li lik lin ling lok long lun lung man mei mi min ming miu mo mui nam nga ngan ning oi
  pak ping po pok pui sai sang sau seo seung shan shek shing shiu shu shui shun sik sin sing siu soo suk sum sun sung tai tak tat tim tin
  ting tsz tung wa wah wai wan wei wing wo woo wun xiao ya yan yau yee yeon yeung yi yim yin ying yip yiu yoon young yu yue yuen yuet yuk yun yung`.split(
    /\s+/,
  ),
)

const english = new Set('ah fan fat ha ho king long man min mo pop sing sun wing woo young'.split(' '))

/** "Ah-Kam", "Siu-Ling": whether the hyphen after token `t` joins two syllables of one first name. */
export const isSyllabicName = (tokens: Tokens, t: number): boolean => {
  if (t + 1 >= tokens.count || gapAfter(tokens, t) !== gaps.hyphen) return false
  const [first, second] = [wordOf(tokens, t), wordOf(tokens, t + 1)]
  return syllables.has(first) && syllables.has(second) && !(english.has(first) && english.has(second))
}
