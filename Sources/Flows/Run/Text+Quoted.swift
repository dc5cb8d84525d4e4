import Finance

extension String {
    /// Text a person typed, inside a sentence of ours: quoted, without quotes of its own, bounded.
    var inQuotes: String { inQuotes(60) }

    func inQuotes(_ limit: Int) -> String {
        "“\(String(TypedText(self, limit: limit).text.map { "\"“”".contains($0) ? "'" : $0 }))”"
    }
}
