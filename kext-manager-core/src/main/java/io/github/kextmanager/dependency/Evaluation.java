package io.github.kextmanager.dependency;

import io.github.kextmanager.validation.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What Apple's own library would say of a kext: a process that knows the same kexts is asked about
 * this one alone, in a fixed order, with every kind of diagnostic switched on.
 *
 * <p>It repeats the quirks of that library, which a {@link Resolution} leaves out; see there. Only
 * where Apple's code does not come to an end, among kexts that need each other in a ring, this one
 * does: such a list is missing.
 *
 * @param kext the kext
 * @param checks the answers to the questions that are yes or no
 * @param messages the warnings and errors logged meanwhile, a line each. A failed search is made
 *     again, and logs again, for each question that needs it
 * @param libraries the libraries that it asks for, as far as they were found
 * @param loadList everything that must be loaded, the kext last; empty if it is not to be had
 * @param partialLoadList the same as far as it was found; empty if the libraries of one of them
 *     could not even be looked for
 * @param linkLibraries what it links against, as far as it was found
 * @param allLibraries the partial load list without the kext
 * @param findings everything that was recorded: failures, warnings, restrictions
 * @param diagnosticsText the findings as the tools print them
 * @param graph gives the {@linkplain #graphText text of the graph}, which can be long
 */
public record Evaluation(
    RepositoryKext kext,
    Checks checks,
    List<String> messages,
    List<RepositoryKext> libraries,
    Optional<List<RepositoryKext>> loadList,
    Optional<List<RepositoryKext>> partialLoadList,
    List<RepositoryKext> linkLibraries,
    Optional<List<RepositoryKext>> allLibraries,
    List<Finding> findings,
    String diagnosticsText,
    Supplier<String> graph) {

  /**
   * Its libraries, and theirs, as Apple's tools print them ({@code OSKextLogDependencyGraph}). A
   * kext stands there as often as there are ways to it; no more than 100,000 lines are printed, and
   * the last one says so then.
   *
   * @return the text, a line feed after each line; if something is missing, only what is logged
   *     about that
   */
  public String graphText() {
    return graph.get();
  }

  /**
   * The questions that are yes or no, in the order in which they are put.
   *
   * @param isValidAfterOpen OSKextIsValid
   * @param isValid OSKextValidate
   * @param isAuthentic OSKextAuthenticate
   * @param isResolved OSKextResolveDependencies
   * @param librariesAreValid OSKextValidateDependencies
   * @param librariesAreAuthentic OSKextAuthenticateDependencies
   * @param isLoadable OSKextIsLoadable
   * @param librariesAreLoadableInSafeBoot OSKextDependenciesAreLoadableInSafeBoot; put in a safe
   *     boot only
   */
  public record Checks(
      boolean isValidAfterOpen,
      boolean isValid,
      boolean isAuthentic,
      boolean isResolved,
      boolean librariesAreValid,
      boolean librariesAreAuthentic,
      boolean isLoadable,
      Optional<Boolean> librariesAreLoadableInSafeBoot) {}
}
