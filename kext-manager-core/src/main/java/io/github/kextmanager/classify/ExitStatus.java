package io.github.kextmanager.classify;

import static io.github.kextmanager.model.ToolName.KEXTLOAD;
import static io.github.kextmanager.model.ToolName.KEXTUNLOAD;
import static io.github.kextmanager.model.ToolName.KEXTUTIL;
import static io.github.kextmanager.model.ToolName.KMUTIL;
import static io.github.kextmanager.verdict.Category.NOT_APPROVED;
import static io.github.kextmanager.verdict.Category.NOT_FOUND;
import static io.github.kextmanager.verdict.Category.NOT_PRIVILEGED;
import static io.github.kextmanager.verdict.Category.OK_LOADED;
import static io.github.kextmanager.verdict.Category.OK_UNLOADED;
import static io.github.kextmanager.verdict.Category.OK_VALID;
import static io.github.kextmanager.verdict.Category.REBOOT_REQUIRED;
import static io.github.kextmanager.verdict.Category.SAFE_BOOT;
import static io.github.kextmanager.verdict.Category.UNKNOWN;
import static io.github.kextmanager.verdict.Category.WRONG_ARCHITECTURE;

import io.github.kextmanager.model.ReleaseRange;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.Category;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a bare exit status means.
 *
 * <p>Most statuses mean several things and are not here. One that is unambiguous in some releases
 * and ambiguous in others is here for both.
 *
 * @param tool whose status it is
 * @param request what the tool was asked for
 * @param releases in which releases
 * @param status the status
 * @param category what it means
 */
record ExitStatus(
    ToolName tool, Request request, ReleaseRange releases, int status, Category category) {
  private static final List<ExitStatus> TABLE =
      List.of(
          // kext_tools, kextload_main.h and kextload_main.c @177 to @692; kmutil(8) from 11 on.
          row(KEXTLOAD, Request.LOAD, "10.6-", 0, OK_LOADED),
          row(KEXTLOAD, Request.LOAD, "10.7-10.12", 6, NOT_FOUND),
          row(KEXTLOAD, Request.LOAD, "11-", 6, UNKNOWN),
          row(KEXTLOAD, Request.LOAD, "10.13-", 27, NOT_APPROVED),
          row(KEXTLOAD, Request.LOAD, "11-", 28, REBOOT_REQUIRED),
          row(KEXTLOAD, Request.LOAD, "10.6-10.15", 77, NOT_PRIVILEGED),
          row(KEXTLOAD, Request.LOAD, "11-", 77, UNKNOWN),
          // kextunload_main.h and kextunload_main.c @177 to @779: it looks for root before all
          // else.
          row(KEXTUNLOAD, Request.UNLOAD, "10.6-", 0, OK_UNLOADED),
          row(KEXTUNLOAD, Request.UNLOAD, "10.6-10.15", 2, NOT_PRIVILEGED),
          row(KEXTUNLOAD, Request.UNLOAD, "11-", 2, UNKNOWN),
          row(KEXTUNLOAD, Request.UNLOAD, "10.6-10.15", 3, UNKNOWN),
          row(KEXTUNLOAD, Request.UNLOAD, "11-", 3, NOT_FOUND),
          row(KEXTUNLOAD, Request.UNLOAD, "10.6-", 77, NOT_PRIVILEGED),
          // kextutil_main.h @177 to @692. From 11 on -n does nothing and says 0 (kextutil.m @692).
          row(KEXTUTIL, Request.LOAD, "10.6-", 0, OK_LOADED),
          row(KEXTUTIL, Request.TEST, "10.6-10.15", 0, OK_VALID),
          row(KEXTUTIL, Request.TEST, "11-", 0, UNKNOWN),
          row(KEXTUTIL, Request.LOAD, "10.6-10.15", 2, WRONG_ARCHITECTURE),
          row(KEXTUTIL, Request.LOAD, "11-", 2, UNKNOWN),
          row(KEXTUTIL, Request.TEST, "10.6-10.15", 2, WRONG_ARCHITECTURE),
          row(KEXTUTIL, Request.LOAD, "10.6-10.15", 5, SAFE_BOOT),
          row(KEXTUTIL, Request.LOAD, "11-", 5, UNKNOWN),
          row(KEXTUTIL, Request.LOAD, "10.13-", 27, NOT_APPROVED),
          row(KEXTUTIL, Request.TEST, "10.13-10.15", 27, NOT_APPROVED),
          row(KEXTUTIL, Request.LOAD, "11-", 28, REBOOT_REQUIRED),
          // kmutil(8), DIAGNOSTICS.
          row(KMUTIL, Request.LOAD, "11-", 0, OK_LOADED),
          row(KMUTIL, Request.UNLOAD, "11-", 0, OK_UNLOADED),
          row(KMUTIL, Request.UNLOAD, "11-", 3, NOT_FOUND),
          row(KMUTIL, Request.LOAD, "11-", 27, NOT_APPROVED),
          row(KMUTIL, Request.LOAD, "11-", 28, REBOOT_REQUIRED));

  private static ExitStatus row(
      ToolName tool, Request request, String releases, int status, Category category) {
    return new ExitStatus(tool, request, ReleaseRange.of(releases), status, category);
  }

  /**
   * What the exit status of a transcript means by itself.
   *
   * @param transcript the transcript
   * @param request what was asked for
   * @return the meaning; empty if there is no status, it is ambiguous, or it depends on a release
   *     that is not known
   */
  static Optional<Category> meaningOf(Transcript transcript, Request request) {
    if (transcript.tool().isEmpty() || transcript.exitStatus().isEmpty()) {
      return Optional.empty();
    }
    Set<Category> meanings =
        TABLE.stream()
            .filter(row -> row.tool == transcript.tool().get() && row.request == request)
            .filter(row -> row.status == transcript.exitStatus().getAsInt())
            .filter(row -> transcript.release().map(row.releases::contains).orElse(true))
            .map(ExitStatus::category)
            .collect(Collectors.toUnmodifiableSet());
    return meanings.size() == 1
        ? meanings.stream().filter(category -> category != UNKNOWN).findFirst()
        : Optional.empty();
  }
}
