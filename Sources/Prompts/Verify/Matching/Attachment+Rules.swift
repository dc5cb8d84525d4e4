extension Attachment.Rules where Item == Period {
    /// `£5 in March`, `£5 (April 2026)`: at most six words on and nothing that begins another thought.
    static var periods: Self {
        Self(
            follows: { gap in
                gap.count { !$0.text.isEmpty } <= 6 && !gap.contains { AttachmentWords.periodStops.contains($0.text) }
            },
            presents: { _, _ in false })
    }
}

extension Attachment.Rules where Item == Int {
    /// `£5 on Rent`, `£5 a month for your “Car loan”` behind; `Rent: £5`, `Rent (£5)`, `Rent is £5` before.
    static var names: Self {
        Self(
            follows: { gap in
                guard gap.count <= 6, !gap.contains(where: { AttachmentWords.nameStops.contains($0.text) }) else {
                    return false
                }
                let words = gap.map(\.text).filter { !["your", "the", "“", "\"", "my"].contains($0) }
                return words.last.map(AttachmentWords.prepositions.contains) ?? false
            },
            presents: { _, gap in
                let words = gap.map(\.text).filter { !["”", "\"", "“", ")"].contains($0) }
                return words.count <= 4 && words.first.map(AttachmentWords.presenters.contains) ?? true
            })
    }
}

/// The words that hold mentions and claims together, or keep them apart.
enum AttachmentWords {
    static let joints: Set = [",", "and", "&", "plus", "your", "the", "or", "“", "”", "\""]
    static let breaks: Set = [",", ";", "but", "(", ")", "while", "–", "—", "and"]
    static let periodStops: Set = [
        ",", ";", ":", "than", "from", "to", "and", "but", "versus", "vs", "compared", "against", "before", "since",
        "until", "till", "by", "while", "or", "with", "when", "after", "up", "down", "which", "|", "–", "—",
    ]
    static let nameStops: Set = [",", ";", ":", "than", "but", "while", "and", "or", "(", ")", "|", "–"]
    static let prepositions: Set = ["on", "for", "of", "to", "towards", "against", "from"]
    static let presenters: Set = [
        ":", "|", "(", "is", "was", "costs", "cost", "takes", "took", "has", "stands", "needs", "requires", "charges",
        "carries", "will", "=", "-", "–",
    ]
}
