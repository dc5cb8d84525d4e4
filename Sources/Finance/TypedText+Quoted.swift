extension String {
    /// Text a person typed, as it stands inside words of ours: quoted, without quotes of its own, at most 60 characters.
    public static func quoted(_ typed: String) -> String { quoted(typed, limit: 60) }

    /// The same, bounded otherwise.
    public static func quoted(_ typed: String, limit: Int) -> String {
        let inner = TypedText(typed, limit: limit).text.map { "\"“”".contains($0) ? "'" : $0 }
        return "“\(String(inner))”"
    }
}
