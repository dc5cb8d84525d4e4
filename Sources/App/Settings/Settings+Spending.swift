internal import Ports

// What models may cost.
extension Settings {
    static func prices(_ reader: inout EnvironmentReader) -> PriceList {
        guard let text = reader.text("MODEL_PRICES") else { return .openAI }
        do throws(PriceList.Faults) {
            return PriceList.openAI.replacing(try PriceList.lines(of: text))
        } catch {
            return reader.refuse("MODEL_PRICES", error.sentences.joined(separator: "; "), .openAI)
        }
    }

    static func spendCaps(_ reader: inout EnvironmentReader) -> SpendCaps {
        SpendCaps(
            turn: dollars(&reader, "SPEND_TURN_USD", default: "0.50"),
            person: dollars(&reader, "SPEND_PERSON_DAY_USD", default: "2"),
            features: dollars(&reader, "SPEND_NIGHT_USD", default: "5").map { [.night: $0] } ?? [:],
            everyone: dollars(&reader, "SPEND_DAY_USD", default: "20"))
    }

    /// nil for "none".
    private static func dollars(_ reader: inout EnvironmentReader, _ name: String, default usual: String) -> Spend? {
        let text = reader.text(name, default: usual)
        guard text != "none" else { return nil }
        guard let spend = Spend(dollars: text) else {
            return reader.refuse(name, "must be dollars such as 0.25, or none", nil)
        }
        return spend
    }
}
