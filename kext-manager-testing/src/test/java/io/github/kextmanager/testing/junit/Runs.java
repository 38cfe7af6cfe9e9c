package io.github.kextmanager.testing.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a class, which may fail. */
final class Runs {
  private Runs() {}

  /** What came of each test, by the name of its method. */
  static Map<String, Optional<Throwable>> of(Class<?> tests) {
    return outcomes(tests, TestIdentifier::isTest);
  }

  /** What came of the class as a whole. */
  static Throwable failureOfContainer(Class<?> tests) {
    return outcomes(tests, TestIdentifier::isContainer).values().stream()
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Optional<Throwable>> outcomes(
      Class<?> tests, Predicate<TestIdentifier> which) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(tests))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .build();
    Map<String, Optional<Throwable>> outcomes = Collections.synchronizedMap(new LinkedHashMap<>());
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (which.test(test)) {
                  outcomes.put(test.getLegacyReportingName(), result.getThrowable());
                }
              }
            });
    return outcomes;
  }
}
