package io.tasker.processor;

import com.google.auto.service.AutoService;
import io.tasker.processor.read.AnnotationNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The entry point for the compiler: one {@link Compilation} per run. */
@AutoService(Processor.class)
public final class TaskerProcessor extends AbstractProcessor {
  private @Nullable Compilation compilation;

  /** Called by the compiler. */
  public TaskerProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Stream.of(AnnotationNames.ALL, AnnotationNames.GENERATED)
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> getSupportedOptions() {
    if (!isInitialized()) {
      return ProcessorOptions.KEYS;
    }
    // Of a misspelt one we say more than the compiler would.
    Set<String> given = ProcessorOptions.ours(processingEnv.getOptions().keySet());
    return Stream.of(ProcessorOptions.KEYS, given)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // only where nobody else could want them
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (compilation == null) {
      compilation = new Compilation(processingEnv);
    }
    compilation.round(round);
    if (round.processingOver()) {
      // An IDE keeps the processor for its next run.
      compilation = null;
    }
    return Claim.isSafe(getClass().getClassLoader());
  }
}
