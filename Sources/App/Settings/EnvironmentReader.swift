internal import Configuration

/// Reads variables one by one, remembers every name asked for and every fault found. An empty value counts as unset, as
/// compose files and shells produce it.
struct EnvironmentReader {
    private let config: ConfigReader
    private(set) var names: [String] = []
    private(set) var faults: [SettingsError.Fault] = []

    init(_ variables: [String: String]) {
        config = ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: variables))
    }

    mutating func text(_ name: String) -> String? {
        names.append(name)
        let key = name.lowercased().split(separator: "_").joined(separator: ".")
        let value = config.string(forKey: ConfigKey(key), isSecret: true)?.trimmed
        return value?.isEmpty == false ? value : nil
    }

    mutating func text(_ name: String, default fallback: String) -> String { text(name) ?? fallback }

    mutating func whole(_ name: String, default fallback: Int, in range: ClosedRange<Int>) -> Int {
        guard let text = text(name) else { return fallback }
        if let value = Int(text), range.contains(value) { return value }
        return refuse(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound)", fallback)
    }

    mutating func optionalWhole(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(name) else { return nil }
        if let value = Int(text), range.contains(value) { return value }
        return refuse(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound)", nil)
    }

    mutating func choice<T>(_ name: String, default fallback: T, _ options: [(String, T)]) -> T {
        guard let text = text(name) else { return fallback }
        if let found = options.first(where: { $0.0 == text }) { return found.1 }
        return refuse(name, "must be one of \(options.map(\.0).joined(separator: ", "))", fallback)
    }

    /// An address with one of the schemes; the rest is left to whoever connects.
    mutating func address(_ name: String, schemes: [String]) -> String? {
        guard let text = text(name) else { return nil }
        let isGood = schemes.contains { text.hasPrefix("\($0)://") && text.utf8.count > $0.utf8.count + 3 }
        let expected = schemes.map { "\($0)://" }.joined(separator: " or ")
        return isGood ? text : refuse(name, "must start with \(expected) and name a host", nil)
    }

    mutating func refuse<T>(_ name: String, _ problem: String, _ fallback: T) -> T {
        faults.append(.init(variable: name, problem: problem))
        return fallback
    }
}

extension String {
    fileprivate var trimmed: String {
        let head = drop { $0.isWhitespace }
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...last])
    }
}
