package io.tasker.processor;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.check.Checks;
import io.tasker.processor.collect.HandlerCollector;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Places;
import io.tasker.processor.emit.CallableEmitter;
import io.tasker.processor.emit.ClientEmitter;
import io.tasker.processor.emit.DiagramEmitter;
import io.tasker.processor.emit.Emission;
import io.tasker.processor.emit.LockEmitter;
import io.tasker.processor.emit.ModuleEmitter;
import io.tasker.processor.emit.ReachabilityEmitter;
import io.tasker.processor.emit.SchemaFileEmitter;
import io.tasker.processor.emit.StepsEmitter;
import io.tasker.processor.emit.TemplateEmitter;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerClass.Origin;
import io.tasker.processor.model.Lock;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.read.AnnotationNames;
import io.tasker.processor.read.ClassPathHandlers;
import io.tasker.processor.read.HandlerClassReader;
import io.tasker.processor.read.LockReader;
import io.tasker.processor.read.ModuleReader;
import io.tasker.processor.read.PreviousIndex;
import io.tasker.processor.read.SourceFiles;
import io.tasker.processor.read.TemplateFiles;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * One run of the compiler. Adapters are written in the round in which their class appears; in the
 * first round without a new class everything is checked together, all problems are printed and the
 * module is written. A source written in the last round would not be compiled without a warning.
 */
final class Compilation {
  private static final String LOMBOK = "lombok.Lombok";

  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Diagnostics diagnostics = new Diagnostics();
  private final ProcessorOptions options;
  private final HandlerCollector collector;
  private final Checks checks;
  private final Map<String, HandlerClass> read = new TreeMap<>();
  private SourceRef reading = SourceRef.NOWHERE;
  private @Nullable ClassName written;
  private final Set<String> payloads = new TreeSet<>();
  private final Set<String> compiledBefore = new TreeSet<>();
  private boolean finished;

  Compilation(ProcessingEnvironment environment) {
    this.environment = environment;
    this.elements = environment.getElementUtils();
    this.options = ProcessorOptions.parse(environment.getOptions(), diagnostics);
    this.collector = new HandlerCollector(elements);
    this.checks = new Checks(options.unresolvedIsError(), options.client());
  }

  /** Takes part in a round; no exception leaves it. */
  void round(RoundEnvironment round) {
    try {
      advance(round);
    } catch (RuntimeException | StackOverflowError failure) {
      finished = true;
      diagnostics.report(InternalFailure.problem(failure, reading));
      flush();
    }
  }

  private void advance(RoundEnvironment round) {
    if (round.processingOver()) {
      last(round);
    } else if (!finished) {
      next(round);
    }
  }

  private void last(RoundEnvironment round) {
    if (!finished) {
      // No quiet round came: no class could be written.
      finish(false);
    }
    if (!round.errorRaised() && written != null) {
      new ProvidesCheck(elements).check(written, diagnostics);
      new OpensCheck(elements).check(written, payloads, diagnostics);
      flush();
    }
  }

  private void next(RoundEnvironment round) {
    // Code that does not have the annotations on its class path may be compiled beside us, too.
    List<TypeElement> annotations =
        AnnotationNames.ALL.stream()
            .flatMap(name -> Stream.ofNullable(elements.getTypeElement(name)))
            .toList();
    Collection<TypeElement> types = collector.collect(round, annotations);
    boolean quiet = true;
    HandlerClassReader reader = reader();
    for (TypeElement type : types) {
      quiet &= !take(type, reader);
    }
    if (quiet && !read.isEmpty()) {
      finish(true);
    }
  }

  /** Reads a class; false if it has to wait for another processor. */
  private boolean take(TypeElement type, HandlerClassReader reader) {
    reading = SourceRef.type(type.getQualifiedName().toString());
    HandlerClass handlers = reader.read(type, Origin.SOURCE);
    if (handlers.is(HandlerClass.Trait.UNRESOLVED)) {
      collector.defer(type);
      return false;
    }
    collector.done(type);
    add(handlers);
    if (!diagnostics.hasErrorIn(handlers.at())) {
      new StepsEmitter(emission()).emit(handlers);
      if (options.client()) {
        new ClientEmitter(emission()).emit(handlers);
      }
    }
    reading = SourceRef.NOWHERE;
    return true;
  }

  private void add(HandlerClass handlers) {
    read.put(handlers.at().type(), handlers);
    checks.check(handlers, diagnostics);
  }

  private void finish(boolean canWrite) {
    finished = true;
    HandlerClassReader reader = reader();
    boolean resolved = true;
    for (TypeElement type : collector.takeWaiting()) {
      // The compiler reports the missing type; the steps are known nevertheless.
      resolved = false;
      add(reader.read(type, Origin.SOURCE));
    }
    if (read.isEmpty()) {
      flush();
      return;
    }
    if (elements.getTypeElement(LOMBOK) != null) {
      // It has added members to payload types since they were read.
      List.copyOf(read.keySet()).stream()
          .map(name -> elements.getTypeElement(name))
          .forEach(type -> add(reader.read(type, Origin.SOURCE)));
    }
    PreviousIndex previous = new PreviousIndex(environment.getFiler(), elements);
    Optional<String> previousName = previous.moduleName(ModuleEmitter.SERVICES_FILE);
    ClassPathHandlers classPath = new ClassPathHandlers(environment.getFiler(), elements);
    ModuleModel module =
        new ModuleReader(reader, classPath)
            .read(
                read.values(),
                previousName.map(previous::handlerClasses).orElse(List.of()),
                new TemplateFiles(options.templates()).read());
    checks.check(module, diagnostics);
    Optional<Lock> lock = options.lock().flatMap(file -> LockReader.read(file, diagnostics));
    // A workflow that is wrong has changed, too, but to nothing that could be released.
    if (!options.lockUpdate() && diagnostics.isClean()) {
      lock.ifPresent(released -> checks.check(module, released, diagnostics));
    }
    diagnostics.keepOnly(
        Code.MISSING_HANDLER, read.values().stream().flatMap(HandlerClass::forgotten).toList());
    boolean clean = diagnostics.isClean();
    if (!resolved) {
      diagnostics.dropUnreadable();
    }
    compiledBefore.addAll(module.compiledBefore());
    flush();
    if (clean && canWrite && resolved) {
      ClassName name = new ModuleName(options, previous).choose(module, previousName);
      emit(module.without(classPath::carries), name);
      if (options.lockUpdate()) {
        lock.ifPresent(
            released -> new LockEmitter(options.lock().orElseThrow()).emit(module, released));
      }
      payloads.addAll(module.reflected());
      written = name;
    }
  }

  private void emit(ModuleModel module, ClassName name) {
    new TemplateEmitter(emission()).emit(module);
    new DiagramEmitter(emission()).emit(module);
    new SchemaFileEmitter(emission()).emit(module);
    new CallableEmitter(emission()).emit(module);
    new ModuleEmitter(emission()).emit(module, name);
    new ReachabilityEmitter(emission()).emit(module, name);
  }

  private Emission emission() {
    return new Emission(environment.getFiler(), elements);
  }

  private HandlerClassReader reader() {
    return new HandlerClassReader(
        elements, environment.getTypeUtils(), new SourceFiles(environment));
  }

  private void flush() {
    diagnostics.flush(
        environment.getMessager(),
        new Places(elements, environment.getTypeUtils()),
        compiledBefore);
  }
}
