internal import Analyses
internal import NIOConcurrencyHelpers
public import Ports

extension CategoryModels {
    /// Reads the model again once it is `age` old: a model is large and changes once a night. A read that fails is an
    /// error; what was remembered before it is not served longer than its age.
    public func remembered(
        for age: Duration, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) -> CategoryModels {
        let kept = NIOLockedValueBox<(model: CategoryModel?, until: ContinuousClock.Instant)?>(nil)
        return CategoryModels(
            current: { () async throws(PortError) in
                if let kept = kept.withLockedValue({ $0 }), now() < kept.until { return kept.model }
                let model = try await current()
                kept.withLockedValue { $0 = (model, now() + age) }
                return model
            },
            publish: { model async throws(PortError) in
                try await publish(model)
                kept.withLockedValue { $0 = (model, now() + age) }
            })
    }
}
