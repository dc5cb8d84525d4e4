/// The phrases of each situation. They name what has happened to the person who asks, not every mention of a word: "my
/// phone died" is no bereavement.
enum CarePhrases {
    static let all: [CareSituation: [SpokenPhrase]] = [
        .selfHarm: selfHarm, .enforcement: enforcement, .missedPriorityBill: missed, .cannotPay: cannotPay,
        .borrowingToRepay: borrowing, .gambling: gambling, .bereavement: bereavement, .illness: illness,
    ].mapValues { $0.map(SpokenPhrase.init) }

    private static let selfHarm = [
        "suicide|suicidal", "kill|killing|hurt|hurting|harm|harming|cut|cutting|topping myself", "end my life",
        "end it all", "take my own? life",
        "self harm|harming", "want to die", "better off dead", "better off without me",
        "better off if i was|were|wasnt|werent dead|gone|here|around", "want|gonna|going|might|ill|to =kms",
        "no reason|point to|in live|living|life", "no|the point in|of|to living|carrying|carry on?",
        "dont want to be here|alive", "dont want to live", "dont want to wake up", "cant go on", "wish i was dead",
        "no way out", "not worth living", "rather be dead", "cant do this any|anymore more?",
    ]
    private static let enforcement = [
        "bailiff|bailiffs|balif|balifs|baylif|baylifs|baliff|baliffs",
        "enforcement agent|agents|officer|officers|notice", "section =21", "notice to quit|leave",
        "possession order|hearing",
        "=bristow|=marstons|=equita|=rundles", "eviction|evicted|evicting",
        "evict me|us", "repossess|repossession|repossessed", "county court", "court summons|letter|papers|claim|date",
        "ccj", "debt collector|collectors|collection", "final demand", "default notice", "liability order",
        "charging order", "statutory demand", "attachment of earnings", "taking|take me|us to court",
        "cut|cutting off my|our|the gas|electric|electricity|heating|water|power",
        "disconnect|disconnected|disconnecting us|me|my|gas|electric|electricity",
        "loan shark|sharks", "bankrupt|bankruptcy|insolvent|insolvency", "threatening … court|eviction",
    ]
    private static let bill =
        "rent|mortgage|council|gas|electric|electricity|energy|water|tv|maintenance|fine|heating"
    private static let missed = [
        "behind on|with my|the|our? \(bill)", "in arrears", "missed|missing a|my|our|the|two|three|last? … \(bill)",
        "\(bill) tax? arrears",
        "arrears on|with|of my|the|our? \(bill)", "havent|not|didnt|never pay|paid my|the|our? \(bill)",
        "cant pay my|the|our? \(bill)", "cant make|meet|cover my|the|our \(bill)", "fallen|fell|falling behind",
        "\(bill) tax? bill? is|are overdue", "owe … months \(bill)", "overdue \(bill)", "skipped my|the|our? \(bill)",
        "late with|on my|the|our \(bill)",
    ]
    private static let needs =
        "rent|mortgage|food|eat|heating|electric|electricity|gas|energy|bills|bill|council|live|groceries|debt|repayments|"
        + "payments|payment|minimum|nappies|medicine|loan|loans|card|cards|school"
    private static let cannotPay = [
        "cant even|really|possibly|just|always? pay",
        "cant afford to? even|pay|buy|keep? my|the|our|any|these|this? \(needs)",
        "unable to pay|afford|make|keep", "not able to pay|make|keep|cover",
        "struggling to pay|make|cope|keep|survive|afford|eat|feed", "struggling to put food",
        "cant afford my|the|our|any? … insulin|prescription|prescriptions|medication|medicine|inhaler|tablets",
        "no food in|left|at|until|till", "got no money", "on emergency credit", "meter … on emergency",
        "struggling with … debt|bills|payments|money|repayments", "cant keep up", "cant cope",
        "cant make … payments|payment|repayments|minimum",
        "cant cover … \(needs)", "cant feed", "drowning in", "in too deep",
        "no money|nothing left? for|to food|eat|bills|pay|rent|feed",
        "no money left? to? \(needs)", "food bank|banks", "foodbank|foodbanks",
        "missed payment|payments|repayment|repayments",
        "missed a|my|several|two|three? … payment|payments|repayment|repayments",
        "wont be able to pay|make|cover|afford",
        "too much debt … pay|cope", "debt is|are out of control", "debt … getting|got on top of me",
        "run|ran out of money",
        "dont have enough|money to|for? pay? … \(needs)", "desperate", "cant see a way out", "scared to open",
    ]
    private static let borrowing = [
        "payday|loan|loans|borrow|borrowing|borrowed|advance|overdraft … to|and pay|repay|clear|cover|payoff off|back? … loan|loans|debt|card|cards|payday|overdraft|rent|bills|interest|repayment",
        "another|second|new|more payday|loan|loans|credit|card|borrowing … to pay|repay|clear|cover",
        "paying|pay|repaying off|back? … with|using another|a|new payday|loan|credit|card",
        "borrow|borrowing|borrowed from … to pay",
        "credit card to pay off? … credit|card|loan|rent|bills",
        "loan to pay off|back? a|my|the|another loan",
    ]
    private static let gambling = [
        "gambling|gambled|gamble|gambler", "betting|bookies|casino|casinos|roulette|=slots",
        "lost … =bets|bet|=slots|=poker",
        "online slots", "fixed odds", "fruit machine|machines", "chasing my? losses",
        "addicted to bets|scratchcards|bingo|poker",
        "cant stop betting",
    ]
    private static let kin =
        "mum|dad|mother|father|husband|wife|partner|son|daughter|brother|sister|nan|gran|grandad|grandmother|grandfather|"
        + "child|baby|boyfriend|girlfriend|fiance|parent|parents|mam"
    private static let bereavement = [
        "\(kin) … died", "\(kin) has|have|just|recently? passed", "passed away", "bereaved|bereavement",
        "=widow|=widowed|widower",
        "funeral", "=death of my|our|a", "lost my|our \(kin)", "since … \(kin) … =death", "my|our late \(kin)",
        "my|our \(kin) is|are dead|dying",
    ]
    private static let illness = [
        "diagnosed with", "off work … sick|ill|stress", "signed off", "long term|covid sick|sickness|illness|covid",
        "=cancer|=chemo|chemotherapy",
        "too ill|sick|unwell to|for work?", "been|am|im|got|very|really|seriously|so ill|unwell|poorly",
        "been|im|off sick",
        "mental health|breakdown|illness", "depression|depressed|anxiety", "in hospital", "heart attack",
        "had a =stroke",
        "disabled|disability", "cant work … ill|illness|sick|health|injury|pain", "serious|terminal illness|ill",
        "dementia",
        "health is|has getting|got|gone|failing|bad|worse",
    ]
}
