internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Ports
internal import Prompts

/// One person's night: from what the records say and what is remembered to what has to be stored. A value made in one
/// go, so that the same records after the same memory give the same results however often a night is begun again.
struct PersonNight: Sendable {
    /// What to store.
    var result: NightResult
    /// What is remembered from now on.
    var memory: NightMemory
    /// The level before and after, `none` where there was none.
    let levels: String
    /// Insights that are new.
    private(set) var appeared = 0

    /// What a night knows before it looks at the records.
    struct Before: Sendable {
        /// What is stored under each kind.
        var kept: [PersonalState.Kind: PersonalState.Kept] = [:]
        /// The newest calculations.
        var calculators = CalculatorDocuments()
        /// The key that makes tonight's results good, nil when there is none.
        var inputs: String?
        /// What the person has set in the main app; nil for nothing.
        var app: AppSettings?
        /// Who gets no messages in a week.
        var holdOut = HoldOut(salt: "")
        /// Whether a model is there to word reports.
        var canWord = false

        /// The last night's memory.
        func memory() throws(PortError) -> NightMemory {
            try value(.night) ?? NightMemory()
        }

        /// What the person decided about repeated payments; choices that cannot be read decide nothing here, and are told
        /// where they are needed.
        var decisions: SeriesDecisions {
            let choices: PersonalChoices?? = try? value(.choices)
            return choices??.series ?? SeriesDecisions()
        }

        /// What is stored under a kind; nil for nothing.
        func value<Value: Decodable>(_ kind: PersonalState.Kind) throws(PortError) -> Value? {
            guard let text = kept[kind]?.text else { return nil }
            return try CodedText.read(text, as: Value.self)
        }
    }

    /// Works a person out.
    init(of snapshot: Snapshot, after before: Before) throws(PortError) {
        let old = try before.memory()
        let risk = RiskAssessment(of: snapshot, previous: old.risk)
        result = NightResult(user: snapshot.person.id)
        memory = old
        levels = "\(old.risk?.level?.rawValue ?? "none")>\(risk.level?.rawValue ?? "none")"
        memory.inputs = before.inputs ?? ""
        memory.note(snapshot)
        memory.peer = PeerFacts(of: snapshot)
        assess(risk)
        alert(RedFlags(of: risk).flags.filter(\.isUrgent), on: snapshot)
        report(on: snapshot, canWord: before.canWord)
        advise(CalculatorTips(of: snapshot, documents: before.calculators), at: snapshot.asOf)
        let ground = InsightGround(of: snapshot, samples: memory.samples, balances: old.risk?.balances ?? [])
        let findings = InsightFindings(in: ground)
        try teach(TaughtNames(of: snapshot), before)
        memory.forecast = (old.forecast ?? ForecastMemory()).after(snapshot, forecast: ground.forecast)
        memory.wake = NightInputs.wake(snapshot, risk, findings)
        let news = try tell(findings, on: snapshot, before)
        appeared = news.count
        try write(news, about: snapshot, before)
        try keep(old, before)
    }

    /// The three reports in our own words. What has not changed keeps the words it has, a model's perhaps.
    private mutating func report(on snapshot: Snapshot, canWord: Bool) {
        for kind in ReportKind.allCases {
            let report = Report(kind, of: snapshot)
            guard !report.isEmpty, changes("report.\(kind.rawValue)", report.inputHash) else { continue }
            result.reports.append(
                StoredReport(
                    kind: kind, summary: report.summary, insights: report.insights, createdAt: snapshot.asOf,
                    inputHash: report.inputHash, source: .template))
            if canWord, !memory.unworded.contains(kind.rawValue) { memory.unworded.append(kind.rawValue) }
        }
    }

    /// What the person's links teach, for the model of everyone.
    private mutating func teach(_ taught: TaughtNames, _ before: Before) throws(PortError) {
        let text = try CodedText.write(taught)
        guard changes("names", Self.hash(text)), !taught.isEmpty || before.kept[.names] != nil else { return }
        result.states.append(
            .init(user: result.user, kind: .names, text: text, after: before.kept[.names]?.revision ?? 0))
    }

    private mutating func advise(_ tips: CalculatorTips, at now: Date) {
        let texts = Dictionary(uniqueKeysWithValues: tips.tips.map { ($0.calculator, $0.text) })
        let text = tips.tips.map(\.text).joined(separator: "\n")
        guard changes("tips", Self.hash(text)) else { return }
        result.tips = StoredTips(texts: texts, createdAt: now)
    }

    /// Raises what an administrator should look at, once a month each.
    private mutating func alert(_ flags: [RedFlag], on snapshot: Snapshot) {
        let user = result.user
        result.alerts = flags.filter { memory.alerts?.contains($0.key) != true }.map { flag in
            AdminAlert(
                id: flag.id(for: user), user: user, message: flag.message, category: flag.category,
                createdAt: snapshot.asOf, key: "\(user.hex)/\(flag.key)")
        }
        let month = "/\(snapshot.month)"
        let known = (memory.alerts ?? []).filter { $0.hasSuffix(month) }
        memory.alerts = known + flags.map(\.key).filter { !known.contains($0) }
    }

    private mutating func assess(_ risk: RiskAssessment) {
        memory.risk = risk.night
        let row = TriageRow(of: risk)
        var content = row
        // The time alone is no change: a list of people nobody touched is not written anew.
        content.asOf = Date(timeIntervalSince1970: 0)
        guard let text = try? CodedText.write(content), changes("triage", Self.hash(text)) else { return }
        result.triage = .init(row: row, night: risk.night)
    }

    private static func hash(_ text: String) -> String {
        var hash = ContentHash()
        hash.add(text)
        return hash.digits
    }

    /// Whether a part is other than what was last written, which it then is.
    private mutating func changes(_ part: String, _ hash: String) -> Bool {
        guard memory.written[part] != hash else { return false }
        memory.written[part] = hash
        return true
    }

    private mutating func keep(_ old: NightMemory, _ before: Before) throws(PortError) {
        guard memory != old else { return }
        result.states.append(
            .init(
                user: result.user, kind: .night, text: try CodedText.write(memory),
                after: before.kept[.night]?.revision ?? 0,
                due: memory.unworded.isEmpty ? nil : Date(timeIntervalSince1970: 0)))
    }
}
