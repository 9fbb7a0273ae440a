package io.tasker.processor.read;

import io.tasker.processor.model.Located;
import io.tasker.processor.model.RetryModel;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.StepSettings;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** Reads {@code @After}, {@code @Retry} and {@code @Timeout}. */
final class SettingsReader {
  private final Annotations annotations;

  SettingsReader(Annotations annotations) {
    this.annotations = annotations;
  }

  StepSettings read(Element owner, SourceRef at) {
    List<Located<String>> after =
        Annotations.find(owner, AnnotationNames.AFTER).stream()
            .flatMap(
                mirror ->
                    annotations
                        .locatedItems(mirror, "value", at.on(AnnotationNames.AFTER))
                        .stream())
            .toList();
    Optional<RetryModel> retry =
        Annotations.find(owner, AnnotationNames.RETRY)
            .map(mirror -> retry(mirror, at.on(AnnotationNames.RETRY)));
    Optional<Located<String>> timeout =
        Annotations.find(owner, AnnotationNames.TIMEOUT)
            .map(mirror -> annotations.located(mirror, "value", at.on(AnnotationNames.TIMEOUT)));
    return new StepSettings(after, retry, timeout);
  }

  private RetryModel retry(AnnotationMirror mirror, SourceRef at) {
    VariableElement backoff = (VariableElement) annotations.value(mirror, "backoff");
    SourceRef attempts =
        Annotations.explicit(mirror, "maxAttempts").isPresent() ? at.value("maxAttempts") : at;
    return new RetryModel(
        new Located<>((Integer) annotations.value(mirror, "maxAttempts"), attempts),
        backoff.getSimpleName().toString(),
        annotations.located(mirror, "base", at),
        annotations.located(mirror, "max", at),
        (Boolean) annotations.value(mirror, "retryable"));
  }
}
