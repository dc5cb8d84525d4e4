import Finance

extension Snapshot {
    /// Makes a figure of this snapshot. A figure on partly read records says so in its basis.
    func figure(
        _ id: String, _ label: String, _ value: Figure.Value?, in month: Month? = nil, records: Int? = nil,
        coverage: Coverage = .full, basis: String
    ) -> Figure {
        Figure(
            id: id, label: label, value: value, window: month?.description, asOf: asOf,
            basis: coverage == .partial ? basis + "; some records could not be read" : basis, records: records,
            coverage: coverage)
    }
}

extension String {
    /// Text a person typed, as it stands inside a label: quoted, without quotes of its own, at most 60 characters.
    static func quoted(_ typed: String) -> String {
        let inner = TypedText(typed, limit: 60).text.map { "\"“”".contains($0) ? "'" : $0 }
        return "“\(String(inner))”"
    }
}
