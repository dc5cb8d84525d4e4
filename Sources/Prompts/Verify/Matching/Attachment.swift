/// What a claim is about, of all that its sentence mentions.
///
/// A mention right behind a claim holds it ("£1,150.00 on Rent", "£5 in March"). Else the mentions since the claim
/// before hold it, else it shares what holds that one, else what follows in the same clause. A mention that one claim
/// holds tightly is no longer free for the others.
struct Attachment<Item: Sendable & Hashable>: Sendable, Hashable {
    enum Hold: Sendable, Hashable { case none, inherited, near, tight }

    var items: Set<Item> = []
    var hold = Hold.none

    /// What makes a hold tight; both see the lexemes between mention and claim.
    struct Rules {
        /// Whether a mention behind a claim belongs to it.
        var follows: (_ gap: ArraySlice<Lexeme>) -> Bool
        /// Whether a mention before a claim presents it, as in "Rent: £5".
        var presents: (_ mention: Range<Int>, _ gap: ArraySlice<Lexeme>) -> Bool
    }

    /// One attachment for each claim, given by its words.
    static func all(
        _ mentions: [Mention<Item>], to claims: [Range<Int>], in lexemes: [Lexeme], _ rules: Rules
    ) -> [Attachment] {
        guard !mentions.isEmpty else { return claims.map { _ in Attachment() } }
        var attaching = Attaching(mentions: mentions, claims: claims, lexemes: lexemes, rules: rules)
        attaching.attachFollowing()
        attaching.attachOthers()
        return attaching.made
    }
}

/// The two passes over the claims of a sentence: what a claim holds behind it, then what is left for the others.
private struct Attaching<Item: Sendable & Hashable> {
    let mentions: [Mention<Item>]
    let claims: [Range<Int>]
    let lexemes: [Lexeme]
    let rules: Attachment<Item>.Rules
    private(set) var made: [Attachment<Item>]
    private var taken: Set<Int> = []

    init(mentions: [Mention<Item>], claims: [Range<Int>], lexemes: [Lexeme], rules: Attachment<Item>.Rules) {
        self.mentions = mentions
        self.claims = claims
        self.lexemes = lexemes
        self.rules = rules
        made = claims.map { _ in Attachment() }
    }

    mutating func attachFollowing() {
        for place in claims.indices {
            let behind = self.behind(place)
            guard let first = behind.first,
                rules.follows(lexemes[claims[place].upperBound..<mentions[first].words.lowerBound])
            else { continue }
            let group = run(of: behind)
            taken.formUnion(group)
            made[place] = Attachment(items: items(group), hold: group.count == 1 ? .tight : .near)
        }
    }

    mutating func attachOthers() {
        var carried = Attachment<Item>()
        for place in claims.indices where made[place].hold == .none {
            let before = self.before(place)
            if !before.isEmpty {
                made[place] = lead(before, to: claims[place])
                carried = Attachment(items: made[place].items, hold: .inherited)
            } else {
                made[place] = carried.items.isEmpty ? trailing(place) : carried
            }
        }
    }

    private func items(_ places: [Int]) -> Set<Item> { Set(places.map { mentions[$0].item }) }

    /// Mentions between a claim and the next.
    private func behind(_ place: Int) -> [Int] {
        let next = place + 1 < claims.count ? claims[place + 1].lowerBound : lexemes.count
        let range = claims[place].upperBound..<max(claims[place].upperBound, next)
        return mentions.indices.filter { range.contains(mentions[$0].words.lowerBound) }
    }

    /// Free mentions between the claim before and this one.
    private func before(_ place: Int) -> [Int] {
        let start = place == 0 ? 0 : claims[place - 1].upperBound
        return mentions.indices.filter {
            !taken.contains($0) && mentions[$0].words.lowerBound >= start
                && mentions[$0].words.upperBound <= claims[place].lowerBound
        }
    }

    private func lead(_ before: [Int], to claim: Range<Int>) -> Attachment<Item> {
        guard let last = before.last else { return Attachment() }
        let mention = mentions[last].words
        let gap = lexemes[mention.upperBound..<max(mention.upperBound, claim.lowerBound)]
        let isJoined = before.count > 1 && isJoint(mentions[before[before.count - 2]].words, mention)
        if !isJoined, rules.presents(mention, gap) { return Attachment(items: items([last]), hold: .tight) }
        return Attachment(items: items(before), hold: .near)
    }

    private func trailing(_ place: Int) -> Attachment<Item> {
        let free = behind(place).filter { index in
            let gap = lexemes[claims[place].upperBound..<mentions[index].words.lowerBound]
            return !taken.contains(index) && !gap.contains { AttachmentWords.breaks.contains($0.text) }
        }
        return free.isEmpty ? Attachment() : Attachment(items: items(free), hold: .near)
    }

    /// The first mention and those joined to it by commas and "and".
    private func run(of indices: [Int]) -> [Int] {
        var group = Array(indices.prefix(1))
        for index in indices.dropFirst() {
            guard let last = group.last, isJoint(mentions[last].words, mentions[index].words) else { break }
            group.append(index)
        }
        return group
    }

    private func isJoint(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        guard one.upperBound <= other.lowerBound, other.lowerBound - one.upperBound <= 4 else { return false }
        let gap = lexemes[one.upperBound..<other.lowerBound]
        return !gap.isEmpty && gap.allSatisfy { AttachmentWords.joints.contains($0.text) }
    }
}
