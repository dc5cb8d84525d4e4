extension String {
    /// Text a person typed, as it stands inside words of ours: quoted, without quotes of its own, bounded.
    public static func quoted(_ typed: String, limit: Int = 60) -> String {
        let inner = TypedText(typed, limit: limit).text.map { "\"“”".contains($0) ? "'" : $0 }
        return "“\(String(inner))”"
    }
}
