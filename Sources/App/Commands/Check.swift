internal import FoundationEssentials
public import Logging
internal import Ports

/// What `reho check` finds: one line for each thing the service uses, and what to do about what fails.
public struct CheckReport: Sendable {
    /// One thing that was tried.
    public struct Line: Sendable, Hashable {
        /// What was tried.
        public var name: String
        /// nil when it works; otherwise what happened and what to do.
        public var failure: String?
        /// What is worth knowing when it works.
        public var note: String
    }

    /// In the order tried.
    public var lines: [Line]
    /// Commands for the owner of the database to run; advice, not a failure.
    public var advice: [String]

    /// Whether everything works.
    public var isGood: Bool { lines.allSatisfy { $0.failure == nil } }

    /// Tries everything that `settings` name. Bounded: no single thing is waited for longer than five seconds.
    public static func make(_ settings: Settings, logger: Logger) async -> CheckReport {
        do {
            let parts = try await Parts(settings, now: { Date() }, logger: logger)
            var report = CheckReport(lines: [], advice: [])
            report.lines += settings.warnings.map { CheckReport.Line(name: "settings", note: $0) }
            for name in parts.embedded { report.lines.append(.init(name: name, note: "embedded default")) }
            for dependency in parts.dependencies { report.lines.append(await line(dependency)) }
            do {
                report.advice = try await parts.store.advice()
            } catch {
                report.lines.append(.init(name: "indexes", failure: "could not be read: \(error.message)", note: ""))
            }
            await parts.close()
            return report
        } catch {
            return CheckReport(lines: [.init(name: "start", failure: "\(error)", note: "")], advice: [])
        }
    }

    private static func line(_ dependency: Dependency) async -> Line {
        let clock = ContinuousClock()
        let began = clock.now
        do {
            try await dependency.probe()
            return Line(name: dependency.name, note: "answered in \((clock.now - began) / .milliseconds(1)) ms")
        } catch {
            return Line(name: dependency.name, failure: "\(error.message). \(remedy(dependency.name))", note: "")
        }
    }

    private static func remedy(_ name: String) -> String {
        switch name {
        case "mongodb": "Is DATABASE_URL right, and is the server reachable from here?"
        case "redis": "Is REDIS_URL right? Chat works without it, on one instance only."
        case "openai": "Are OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL right?"
        default: "Is REHO_DATA_DIR a directory this user can write?"
        }
    }
}

extension CheckReport.Line {
    fileprivate init(name: String, note: String) { self.init(name: name, failure: nil, note: note) }
}
