import Finance

extension String {
    /// A name a person typed, inside a sentence of ours: quoted, without quotes of its own, at most 60 characters.
    var inQuotes: String { "“\(String(TypedText(self, limit: 60).text.map { "\"“”".contains($0) ? "'" : $0 }))”" }
}
