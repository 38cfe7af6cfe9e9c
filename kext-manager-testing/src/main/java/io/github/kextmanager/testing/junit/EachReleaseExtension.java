package io.github.kextmanager.testing.junit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@link OnMacs} does: one invocation of the test for each release. Nobody needs to name it.
 *
 * @since 0.1.0
 */
public final class EachReleaseExtension implements TestTemplateInvocationContextProvider {
  /** For JUnit. */
  public EachReleaseExtension() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), OnMacs.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    String[] releases =
        AnnotationSupport.findAnnotation(context.getTestMethod(), OnMacs.class)
            .orElseThrow()
            .value();
    if (releases.length == 0) {
      throw new ExtensionConfigurationException("@OnMacs names no release.");
    }
    return Arrays.stream(releases).map(OnRelease::new);
  }

  private record OnRelease(String release) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocation) {
      return "macOS " + release;
    }

    @Override
    public void prepareInvocation(ExtensionContext context) {
      SimulatedMacExtension.chooseRelease(context, release);
    }
  }
}
