package org.hutong.manifest;

/** Whether a finding forbids publishing. */
public enum Severity {
    ERROR,
    WARNING
}
