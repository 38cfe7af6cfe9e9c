package io.github.kextmanager.testing.junit;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.testing.SimulatedMac;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * What {@link OnMac} does; nobody needs to name it. Everything that belongs to a test is kept in
 * the store of that test.
 *
 * @since 0.1.0
 */
public final class SimulatedMacExtension
    implements ParameterResolver,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {
  private static final Namespace NAMESPACE = Namespace.create(SimulatedMacExtension.class);
  private static final String RELEASE = "release";

  /** For JUnit. */
  public SimulatedMacExtension() {}

  /** Chooses the release of one invocation of a test. */
  static void chooseRelease(ExtensionContext invocation, String release) {
    invocation.getStore(NAMESPACE).put(RELEASE, release);
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == SimulatedMac.class || type == KextManager.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "A simulated Mac belongs to one test, so \"%s\" cannot have it: take it in the test, in @BeforeEach or in @AfterEach."
              .formatted(parameter.getDeclaringExecutable().getName()));
    }
    SimulatedMac mac =
        context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                SimulatedMac.class, key -> plan(context).build(), SimulatedMac.class);
    return parameter.getParameter().getType() == SimulatedMac.class
        ? mac
        : KextManager.builder().runner(mac).root(mac.root()).build();
  }

  private static MacPlan plan(ExtensionContext context) {
    List<OnMac> annotations = new ArrayList<>();
    Class<?> type = context.getRequiredTestClass();
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      AnnotationSupport.findAnnotation(each, OnMac.class)
          .ifPresent(annotation -> annotations.add(0, annotation));
    }
    AnnotationSupport.findAnnotation(context.getTestMethod(), OnMac.class)
        .ifPresent(annotations::add);
    Store store = context.getStore(NAMESPACE);
    return new MacPlan(Optional.ofNullable(store.get(RELEASE, String.class)), annotations);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }

  private static Throwable explained(ExtensionContext context, Throwable failure) {
    SimulatedMac mac = context.getStore(NAMESPACE).get(SimulatedMac.class, SimulatedMac.class);
    if (mac != null && !(failure instanceof TestAbortedException)) {
      failure.addSuppressed(new MacTranscript(mac.transcript()));
    }
    return failure;
  }
}
