package io.tasker.processor.read;

import io.tasker.processor.model.EventModel;
import io.tasker.processor.model.FanOutModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.RetryModel;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.StepSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** Reads the annotations beside {@code @Handler}. */
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
    Optional<FanOutModel> fanOut =
        Annotations.find(owner, AnnotationNames.FAN_OUT)
            .map(mirror -> fanOut(mirror, at.on(AnnotationNames.FAN_OUT)));
    return new StepSettings(after, retry, timeout, fanOut, events(owner, at));
  }

  private FanOutModel fanOut(AnnotationMirror mirror, SourceRef at) {
    return new FanOutModel(
        at,
        annotations.located(mirror, "worker", at),
        number(mirror, "batchSize", at),
        number(mirror, "parallelism", at),
        annotations.text(mirror, "cursorField"),
        constant(mirror, "onFailure"));
  }

  private List<EventModel> events(Element owner, SourceRef at) {
    Stream<EventModel> single =
        Annotations.find(owner, AnnotationNames.PUBLISHES).stream()
            .map(mirror -> event(mirror, at.on(AnnotationNames.PUBLISHES)));
    // The compiler makes up the annotation that holds several, so only the method has a place.
    Stream<EventModel> several =
        Annotations.find(owner, AnnotationNames.PUBLISHES_LIST).stream()
            .flatMap(mirror -> ((List<?>) annotations.value(mirror, "value")).stream())
            .map(item -> (AnnotationMirror) ((AnnotationValue) item).getValue())
            .map(mirror -> event(mirror, at));
    return Stream.concat(single, several).toList();
  }

  private EventModel event(AnnotationMirror mirror, SourceRef at) {
    boolean hasPlace = !at.annotation().isEmpty();
    return new EventModel(
        hasPlace
            ? annotations.located(mirror, "value", at)
            : new Located<>(annotations.text(mirror, "value"), at),
        constant(mirror, "on"),
        constant(mirror, "delivery"),
        annotations.text(mirror, "description"),
        hasPlace
            ? annotations.located(mirror, "publisher", at)
            : new Located<>(annotations.text(mirror, "publisher"), at));
  }

  private String constant(AnnotationMirror mirror, String member) {
    return ((VariableElement) annotations.value(mirror, member)).getSimpleName().toString();
  }

  private Located<Integer> number(AnnotationMirror mirror, String member, SourceRef at) {
    SourceRef place = Annotations.explicit(mirror, member).isPresent() ? at.value(member) : at;
    return new Located<>((Integer) annotations.value(mirror, member), place);
  }

  private RetryModel retry(AnnotationMirror mirror, SourceRef at) {
    return new RetryModel(
        number(mirror, "maxAttempts", at),
        constant(mirror, "backoff"),
        annotations.located(mirror, "base", at),
        annotations.located(mirror, "max", at),
        (Boolean) annotations.value(mirror, "retryable"));
  }
}
