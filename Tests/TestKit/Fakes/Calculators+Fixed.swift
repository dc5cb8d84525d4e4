public import Analyses
public import Finance
public import Ports

extension Calculators {
    /// These calculations; whoever is not named has made none.
    public static func fixed(_ stored: [UserID: CalculatorDocuments] = [:]) -> Calculators {
        Calculators { user in stored[user] ?? CalculatorDocuments() }
    }
}
