internal import Finance
internal import Ports

/// What decides whether a person has to be worked out again.
enum NightInputs {
    /// Raised whenever the same records give other results: then everyone is worked out once more.
    static let schema = 1

    /// Equal for equal records in the same month under the same rules; nil when the records cannot be told apart cheaply.
    static func key(version: String?, month: Month) -> String? {
        version.map { "\(schema)|\(month)|\($0)" }
    }

    /// Whether last time's results are today's too.
    static func areUnchanged(_ memory: NightMemory, key: String?, on day: Day) -> Bool {
        guard let key, memory.inputs == key else { return false }
        return memory.wake.map { day < $0 } ?? true
    }
}
