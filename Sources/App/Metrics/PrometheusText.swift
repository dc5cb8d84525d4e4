/// The Prometheus text exposition format 0.0.4.
enum PrometheusText {
    static func page(_ families: [String: PrometheusRegistry.Family]) -> String {
        var out = ""
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            out += "# TYPE \(name) \(family.kind.rawValue)\n"
            for (_, series) in family.series.sorted(by: { $0.key < $1.key }) {
                let isHistogram = family.kind == .histogram
                out += isHistogram ? histogram(name, series) : line(name, series.labels, series.current.sum)
            }
        }
        return out
    }

    /// Letters, digits, underscore and colon; anything else becomes an underscore.
    static func metricName(_ text: String) -> String { name(text) { $0 == ":" } }
    /// As a metric name, without the colon.
    static func labelName(_ text: String) -> String { name(text) { _ in false } }

    private static func name(_ text: String, _ extra: (Character) -> Bool) -> String {
        let kept = String(
            text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || extra($0)) ? $0 : "_" })
        return kept.first.map { $0.isNumber } ?? true ? "_" + kept : kept
    }

    private static func histogram(_ name: String, _ series: MetricSeries) -> String {
        let values = series.current
        var out = ""
        var running = 0
        for (bound, count) in zip(series.bounds, values.buckets) {
            running += count
            out += line("\(name)_bucket", series.labels + [("le", number(bound))], Double(running))
        }
        out += line("\(name)_bucket", series.labels + [("le", "+Inf")], Double(values.count))
        out += line("\(name)_sum", series.labels, values.sum)
        return out + line("\(name)_count", series.labels, Double(values.count))
    }

    private static func line(_ name: String, _ labels: [(name: String, value: String)], _ value: Double) -> String {
        let inside = labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",")
        return inside.isEmpty ? "\(name) \(number(value))\n" : "\(name){\(inside)} \(number(value))\n"
    }

    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map { String($0) } ?? String(value)
    }

    private static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "\\": out += "\\\\"
            case "\"": out += "\\\""
            case "\n": out += "\\n"
            default: out.append(character)
            }
        }
        return out
    }
}
