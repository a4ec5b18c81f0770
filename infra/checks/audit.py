"""Asks PyPI for known vulnerabilities of the packages in Python environments, and says so where it cannot be asked."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path


# Of this release advisories were published, so a registry that has none of it has none at all.
KNOWN = "requests==2.19.0"


def pip_audit(*arguments: str) -> list[dict] | None:
    """The packages that pip-audit reports on; None where it comes to no report."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        return json.loads(done.stdout)["dependencies"]
    except (json.JSONDecodeError, subprocess.TimeoutExpired):
        return None


def advisories_can_be_reached() -> bool:
    """Whether PyPI tells of a vulnerability that is known: mirrors answer without any."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requirements:
        requirements.write(KNOWN)
        requirements.flush()
        found = pip_audit("--requirement", requirements.name, "--no-deps", "--disable-pip")
    return bool(found) and any(package.get("vulns") for package in found)


def audit(environment: Path) -> tuple[bool, bool]:
    """Prints what is known of an environment; whether it is free of vulnerabilities, and whether all were asked about."""
    packages = pip_audit("--path", str(next(environment.glob("lib/python3*/site-packages"))))
    if packages is None:
        print(f"not audited: {environment}: pip-audit came to no report")
        return True, False
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    vulnerable = [package for package in packages if package.get("vulns")]
    for package in vulnerable:
        ids = ", ".join(f"{vuln['id']} (fixed in {' or '.join(vuln['fix_versions']) or 'none'})" for vuln in package["vulns"])
        print(f"vulnerable: {package['name']} {package['version']}: {ids}")
    if skipped:
        print(f"not audited: {environment}: {len(skipped)} packages that the registry has no advisories of")
    print(f"audited: {environment}: {len(packages) - len(skipped)} of {len(packages)} packages, {len(vulnerable)} vulnerable")
    return not vulnerable, not skipped


def main() -> int:
    """Audits the environments that are named; fails for a vulnerability, and on GitHub for what was not audited."""
    required = os.environ.get("GITHUB_ACTIONS") == "true"
    if not advisories_can_be_reached():
        print("not audited: PyPI's advisories cannot be reached from here")
        return 1 if required else 0
    results = [audit(Path(environment)) for environment in sys.argv[1:]]
    return 0 if all(clean and (asked or not required) for clean, asked in results) else 1


if __name__ == "__main__":
    sys.exit(main())
