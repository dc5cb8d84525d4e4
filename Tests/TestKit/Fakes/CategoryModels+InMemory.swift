public import Analyses
import NIOConcurrencyHelpers
public import Ports

extension CategoryModels {
    /// A model in memory.
    public static func inMemory(_ current: CategoryModel? = nil) -> CategoryModels {
        let kept = NIOLockedValueBox(current)
        return CategoryModels(
            current: { kept.withLockedValue { $0 } }, publish: { model in kept.withLockedValue { $0 = model } })
    }
}
