/// What the words of a question about spending say, its period aside.
struct QuestionWords {
    let words: AskedWords

    init(_ words: AskedWords) { self.words = words }

    /// Whether it asks about spending by itself: it says so, or asks how much went on, at or for something.
    var isAboutSpending: Bool {
        if words.keys.contains(where: Self.spending.contains) { return true }
        return words.says("how much") && words.typed.contains { ["on", "at"].contains($0) }
    }

    /// Whether it goes on from a question before.
    var goesOn: Bool {
        ["and", "what about", "how about", "just", "only", "also", "how much", "how many", "same for"]
            .contains { words.place(of: $0.split(separator: " ").map(String.init)) == 0 }
    }

    /// What is asked, where it is said.
    var kind: SpendingQuestion.Kind? {
        if words.says("how many") || words.says("how often") { return .count }
        let largest = ["largest", "biggest", "highest", "dearest"]
        if words.typed.contains(where: largest.contains) || words.says("most expensive") { return .largest }
        return words.says("how much") || words.typed.contains("total") ? .total : nil
    }

    /// Whether it says that everything is meant.
    var isAboutAll: Bool {
        words.typed.contains { ["everything", "altogether", "overall", "anything"].contains($0) }
            || ["in total", "in all", "all of it"].contains(where: words.says)
    }

    /// The words left for what it is about.
    func subject(without period: Range<Int>) -> AskedWords {
        AskedWords(
            words.typed.indices.filter { !period.contains($0) && !Self.filler.contains(words.typed[$0]) }
                .map { words.typed[$0] })
    }

    /// Whether what has no category is meant.
    static func isUncategorised(_ subject: AskedWords) -> Bool {
        ["uncategorised", "uncategorized", "without category", "no category"].contains {
            subject.typed.joined(separator: " ") == $0
        }
    }

    private static let spending: Set<String> = [
        "spend", "spent", "spending", "cost", "paid", "expense", "payment", "purchase", "bought", "buy",
    ]
    private static let filler: Set<String> = spending.union([
        "a", "about", "again", "all", "also", "altogether", "an", "and", "any", "anything", "as", "at", "biggest",
        "but",
        "by", "can", "category", "compare", "costs", "could", "did", "do", "does", "during", "each", "everything",
        "expenses", "expensive", "far", "for", "from", "get", "give", "go", "goes", "going", "gone", "have", "has",
        "highest", "dearest", "how", "i", "ive", "in", "is", "it", "just", "largest", "lot", "many", "me", "money",
        "most", "much", "my", "of", "often", "ok", "okay", "on", "only", "or", "our", "out-of", "overall", "pay",
        "payments", "please", "purchases", "same", "show", "single", "so", "tell", "than", "thanks", "that", "the",
        "then", "there", "these", "they", "things", "this", "those", "times", "to", "total", "up", "was", "we", "went",
        "were", "what", "whats", "when", "where", "which", "you", "your", "been", "now", "over", "past", "last",
    ])
}
