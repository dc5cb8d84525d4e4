public import Analyses
public import Finance

/// The newest calculation a person made with each calculator of the main backend (contract 1.13). Older deployments have
/// no such collections: then there are none.
public struct Calculators: Sendable {
    /// Read only.
    public var newest: @Sendable (UserID) async throws(PortError) -> CalculatorDocuments

    /// A port of this closure.
    public init(newest: @escaping @Sendable (UserID) async throws(PortError) -> CalculatorDocuments) {
        self.newest = newest
    }
}
