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
        var made = claims.map { _ in Attachment() }
        var taken: Set<Int> = []
        for place in claims.indices {
            let next = place + 1 < claims.count ? claims[place + 1].lowerBound : lexemes.count
            let behind = mentions.indices.filter {
                mentions[$0].words.lowerBound >= claims[place].upperBound && mentions[$0].words.lowerBound < next
            }
            guard let first = behind.first,
                rules.follows(lexemes[claims[place].upperBound..<mentions[first].words.lowerBound])
            else { continue }
            let group = run(of: behind, mentions, lexemes)
            taken.formUnion(group)
            made[place] = Attachment(
                items: Set(group.map { mentions[$0].item }), hold: group.count == 1 ? .tight : .near)
        }
        var carried = Attachment()
        for place in claims.indices where made[place].hold == .none {
            let start = place == 0 ? 0 : claims[place - 1].upperBound
            let before = mentions.indices.filter {
                !taken.contains($0) && mentions[$0].words.lowerBound >= start
                    && mentions[$0].words.upperBound <= claims[place].lowerBound
            }
            if let last = before.last {
                made[place] = lead(before, last, claims[place], mentions, lexemes, rules)
                carried = Attachment(items: made[place].items, hold: .inherited)
            } else if !carried.items.isEmpty {
                made[place] = carried
            } else {
                made[place] = trailing(place, claims, mentions, taken, lexemes)
            }
        }
        return made
    }

    private static func lead(
        _ before: [Int], _ last: Int, _ claim: Range<Int>, _ mentions: [Mention<Item>], _ lexemes: [Lexeme],
        _ rules: Rules
    ) -> Attachment {
        let mention = mentions[last].words
        let gap = lexemes[mention.upperBound..<max(mention.upperBound, claim.lowerBound)]
        let isJoined = before.count > 1 && isJoint(mentions[before[before.count - 2]].words, mention, lexemes)
        if !isJoined, rules.presents(mention, gap) { return Attachment(items: [mentions[last].item], hold: .tight) }
        return Attachment(items: Set(before.map { mentions[$0].item }), hold: .near)
    }

    private static func trailing(
        _ place: Int, _ claims: [Range<Int>], _ mentions: [Mention<Item>], _ taken: Set<Int>, _ lexemes: [Lexeme]
    ) -> Attachment {
        let next = place + 1 < claims.count ? claims[place + 1].lowerBound : lexemes.count
        let items = mentions.indices.filter { index in
            let words = mentions[index].words
            guard !taken.contains(index), words.lowerBound >= claims[place].upperBound, words.lowerBound < next else {
                return false
            }
            return !lexemes[claims[place].upperBound..<words.lowerBound].contains { breaks.contains($0.text) }
        }
        return items.isEmpty ? Attachment() : Attachment(items: Set(items.map { mentions[$0].item }), hold: .near)
    }

    /// The first mention and those joined to it by commas and "and".
    private static func run(of indices: [Int], _ mentions: [Mention<Item>], _ lexemes: [Lexeme]) -> [Int] {
        var group = Array(indices.prefix(1))
        for index in indices.dropFirst() {
            guard let last = group.last, isJoint(mentions[last].words, mentions[index].words, lexemes) else { break }
            group.append(index)
        }
        return group
    }

    private static func isJoint(_ one: Range<Int>, _ other: Range<Int>, _ lexemes: [Lexeme]) -> Bool {
        guard one.upperBound <= other.lowerBound, other.lowerBound - one.upperBound <= 4 else { return false }
        let gap = lexemes[one.upperBound..<other.lowerBound]
        return !gap.isEmpty && gap.allSatisfy { joints.contains($0.text) }
    }

    private static var joints: Set<String> { [",", "and", "&", "plus", "your", "the", "or", "“", "”", "\""] }
    private static var breaks: Set<String> { [",", ";", "but", "(", ")", "while", "–", "—", "and"] }
}
