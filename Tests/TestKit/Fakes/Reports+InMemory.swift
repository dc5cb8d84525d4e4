public import Finance
import NIOConcurrencyHelpers
public import Ports
import Prompts

extension Reports {
    /// Reports in memory, with these in it at first.
    public static func inMemory(_ stored: [UserID: [StoredReport]] = [:]) -> Reports {
        let kept = NIOLockedValueBox(stored)
        return Reports(
            all: { user in
                let reports = kept.withLockedValue { $0[user] ?? [] }
                return ReportKind.allCases.compactMap { kind in reports.first { $0.kind == kind } }
            },
            save: { user, report in
                kept.withLockedValue { kept in
                    let others = (kept[user] ?? []).filter { $0.kind != report.kind || $0.createdAt > report.createdAt }
                    kept[user] = others.contains { $0.kind == report.kind } ? others : others + [report]
                }
            })
    }
}
