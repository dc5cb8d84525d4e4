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
