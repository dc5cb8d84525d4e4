/// Which options a person means: by id, by number from 1, or by words.
///
/// Words mean an option when they are its id, its words or one of its other words; else when they stand, as whole words,
/// in the words of exactly one option.
struct TypedChoice {
    let options: [FlowStep.Option]

    init(_ options: [FlowStep.Option]) { self.options = options }

    /// Ids in the order of the options, each once; nil when anything in it means none or more than one of them.
    func ids(in input: FlowInput, mayBeSeveral: Bool) -> [String]? {
        switch input {
        case .number(let number): return Int(exactly: number).flatMap(option).map { [$0] }
        case .list(let list): return inOrder(list.map { one(in: $0) })
        case .text(let text):
            if let id = one(in: text) { return [id] }
            guard mayBeSeveral else { return nil }
            if Self.none.contains(text.plainWords) { return [] }
            let parts = Self.parts(of: text)
            return parts.isEmpty ? nil : inOrder(parts.map { one(in: $0) })
        }
    }

    private func inOrder(_ ids: [String?]) -> [String]? {
        let chosen = Set(ids.compactMap(\.self))
        guard !ids.contains(nil) else { return nil }
        return options.map(\.id).filter(chosen.contains)
    }

    private func one(in text: String) -> String? {
        if let option = options.first(where: { $0.id == text }) { return option.id }
        let words = text.plainWords
        guard !words.isEmpty else { return nil }
        if words.utf8.allSatisfy({ (48...57).contains($0) }) {
            return text.contains("-") ? nil : Int(words).flatMap(option)
        }
        let exact = options.first { option in
            ([option.id, option.words] + option.also).contains { $0.plainWords == words }
        }
        if let exact { return exact.id }
        let holding = options.filter { " \($0.words.plainWords) ".contains(" \(words) ") }
        return holding.count == 1 && words.count >= 3 ? holding.first?.id : nil
    }

    private func option(_ number: Int) -> String? {
        options.indices.contains(number - 1) ? options[number - 1].id : nil
    }

    /// `1, 3 and 4`, `1 3`, `short answers; warm`.
    private static func parts(of text: String) -> [String] {
        let parts = text.replacing(" and ", with: ",").split { ",;\n&+".contains($0) }.map(String.init)
        let isBare = text.allSatisfy { $0.isNumber || $0.isWhitespace || ",;&+".contains($0) }
        return isBare ? parts.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) } : parts
    }

    private static let none: Set = ["none", "none of them", "none of these", "nothing", "0"]
}

extension String {
    /// Letters and digits in lower case, all between them as one space, so that spelling of marks does not matter.
    var plainWords: String {
        lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
