/// Patterns by what they are about: of each construct, right and wrong.
enum HandWrittenPatterns {
  static let all = written.split(whereSeparator: \.isWhitespace).map(String.init) + others

  private static let written = #"""
    a ab aB1 - : , ] } { a{ a{,2} a{b} a{1 a{1, a{1,b {a a{01} a{1,02} a{} a{,} a{-1} \- \. \* \\
    \_ \n \t \r \f \v \a \x41 \x0a \x0A \x{41} \x{0} \x{000041} \x00 \x{10FFFF} \0 \01 \012 \0101
    \101 \61 \141 \x{e9} \377 \/ \é # /

    \Qa.b\E \Qa \Q \Q\E \Q\ \Qa\Eb \Qab\E* \Q(\E a\Q\E* \Q\n\E \Qa\Q\E a*\Q\E*

    é aé a|é é?a ſ \x{17f} \x{212a}1 İ ı [é] [^é] [ſ] [^ſ] [a-é] [é-∀] (?-i)[é-∀]
    [\x{80}-\x{10ffff}] [^\x{80}-\x{10ffff}] (?-i)[^\x{80}-\x{10ffff}] 😀 [😀a]

    . a.b a.*b ^.$ ^.*$ (?s). (?s)^.$ (?s:^.$) (?s)a.b (?-s)a.b (?s:.)-. (?i)ab (?-i)ab (?-i)aB|b
    (?-i:a)b a(?-i)b (a(?-i)b)b (?i-s)a. (?-i-) (?i-s:a.) (?U)a+b (?U:a+?)b (?ims)^a$ (?)a (?:)a
    (?ii)a (?i) (?-i)(?i)a a(?i)* (?-i)a|B (?-i:a|(?i:b))1 (?-i)[^a] (?-i)[a-b]1 (?-i)\x41
    (?-i)\QA\E

    [ab] [^ab] [a-b] [^a-b] [] [^] []a] [^]a] [a]] [-] [a-] [-a] [a-b-1] [a\-1] [\]a] [\\] [a-a]
    [b-a] [A-b] [Z-a] [^Z-a] [\n] [^\n] [\x41-\x42] [\101] [\x{41}-\x{42}1] [.] [$] [a^] [(] [|]
    [*] [a [ [^ [a- [[a] [[] [[a]] [\Q] [a-\d] [\d-a] [\w-] [\b] \d \D \s \S \w \W [\d] [\D] [\s_]
    [\S] [\w] [\W] [^\d] [^\D] [^\w\s] [\d\D] [^\d\D] (?-i)\w (?-i)[^\W] [^[:alpha:]\d]
    [[:alnum:]] [[:alpha:]] [[:ascii:]] [[:blank:]] [[:cntrl:]] [[:digit:]] [[:graph:]]
    [[:lower:]] [[:print:]] [[:punct:]] [[:space:]] [[:upper:]] [[:word:]] [[:xdigit:]]
    [[:^alnum:]] [[:^alpha:]] [[:^ascii:]] [[:^blank:]] [[:^cntrl:]] [[:^digit:]] [[:^graph:]]
    [[:^lower:]] [[:^print:]] [[:^punct:]] [[:^space:]] [[:^upper:]] [[:^word:]] [[:^xdigit:]]
    (?-i)[[:upper:]] (?-i)[^[:upper:]] (?-i)[[:^upper:]] (?-i)[^[:^lower:]] [^[:upper:]]
    [[:alpha:]-] [[:alpha:]-1] [[:alpha] [[:a] [[: [[:alpha: [[:]] [:alpha:] [[:foo:]] [[:Alpha:]]
    [[:^:]] [[.a.]] [[=a=]] [^[:space:][:punct:]]

    () (a) (?:a) (?P<n>a) (?P<n1_>a)b (?P<>a) (?P<n>a)(?P<n>b) (?P<é>a) (?P=n) (?P>n) ( ) a) (a (?
    (?: (?i (?i- (?- (?x)a (?i:a ((a)b)1 a|b a| |a | a||b (a|)b (|a)b (|) (a|b)1 a|b|1 ab|a ab|ab1
    (a|ab)(1|b1) ^(a|b)$ ^a|b$ ^(?:a|b|)$ (a|b|ab)*1 ((|a)|b)1 a|(?i)b|1 a|(?-i)b|A1 (?=a) (?!a)
    (?<=a) (?<!a) (?>a) (?#a) (a)\1 (?P<n>a)\k<n>

    a* a+ a? a*? a+? a?? a{0} a{1} a{2} a{0}b a{0,} a{1,}b a{2,} a{0,0}b a{0,1}b a{1,3}b ^a{1,3}$
    ^a{2,3}?$ ^a{2}?$ ^(ab){2}$ ^(ab?){2,3}$ ^(a|b){3}$ a{3,1} a** a+* a*+ a?+ a{2}{3} a{2}* a*{2}
    a??? (a*)* (a+)+b (a?)?b ^(a*)+$ ^(a?){3}$ ^(?:a{2}){3}$ (a{2}){0}b ^((a|b)*1)*$ (a|aa)+$
    ^[ab]{2,4}$ ^.{3}$ ^.{0,3}$ * +a ? {1} {1,2}a (*) |* (|+) a|* (?:)* ()+b (|a)*b (a|){2}b
    (a*){3}b ^* ^*a $* (^)*a (^a)+ (?:^){2}a \b*a \b+a (\b|a)*1 a{1000} a{1001} a{0,1001}
    a{99999999999999999999} (a{100}){11} (a{10}){100} ((a{10}){10}){10} ((a{10}){10}){11}
    (a{1000}){0}b ((a{10}){0}){1000} (a{2,}){500} (a{2,}){501} ((a{20})*){51} (a{20}|b{51}){20}

    ^ $ ^$ ^a a$ ^a$ ^ab$ a^ $a a^b a$b (^a) (a$) (^|-)a a($|-) ^^a a$$ \A \z \Aa a\z \Aa\z a\Z
    \A* (\Aa|b\z) x*^a a*^b a$b* (?:a|^)b (?m)^a (?m)a$ (?m)^a$ (?m)^$ (?m)\Aa (?m)a\z (?m)^ (?m)$
    (?m)a^b (?m)a$\n^b (?m)(^|-)a (?m:^a)$ (?m:a$)- (?m)^\b (?m)(?-m)^a (?m)a\n$ (?m)^\na
    (?ms)^.a$ \b \B \ba a\b \ba\b \Ba a\B \Ba\B \b\B ^\b ^\B \b$ \B$ ^\B$ ^\b$ a\bb a\b- a\B- -\b-
    -\B- (\b|-)a (a\b|-)+1 \b.\b \b..\b \B..\B _\b \b_ a\b\n (\ba\b)+ \ba|b\b \b(a|-)*\b1
    (?:\b|^)- \b{2}a

    ^summer[0-9]{2,4}$ (.)(.)(.) ^[a-z]+[0-9]+$ ^(19|20)[0-9]{2} \bab\b (ab|ba)1*$ ^[^a-z]*$
    [0-9]{3,} -.*- ^(?:[ab]1|1[ab])+$ a.{2}b \d[a-z]\d

    \C \pL \PL \p{Greek} [\pL] [\p{L}a] \X \R \h \K \G \E \e \cA \8 \1 \x \x4 \x{ \x{} \x{110000}
    \x{4g} \xg1 \x{d800} \ a\ \u0041
    """#

  private static let others = [
    "a b", "a{1 }", "a{ 1}", "\\ ", "\t", "\u{0}", "(?P<n a)", "p[a@]ss ?w[o0]rd", "", "\u{212A}",
    "(?-i)ſ|\u{212A}",
  ]
}
