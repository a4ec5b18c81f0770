# How the launcher and .ci/run make Python environments. Who sources it has $home, the project's folder, `say` and `fail`.

check_python() {
    command -v python3 >/dev/null || fail "needs Python 3 for the local S3 and SQS: install it (Debian: apt-get install python3 python3-venv)"
    python3 -c 'import ensurepip, venv' 2>/dev/null ||
        fail "needs Python's venv module: install it (Debian: apt-get install python3-venv)"
}

# A Python environment in $1 with the packages of the list $2, made anew when the list changed.
python_environment() {
    local folder="$1" list="$2"
    if ! cmp -s "$list" "$folder/requirements.txt"; then
        check_python
        say "installing $(tr '\n' ' ' <"$list")for Python into ${folder#"$home"/}"
        rm -rf "$folder"
        python3 -m venv "$folder"
        "$folder/bin/python" -m pip install --quiet --disable-pip-version-check -r "$list" ||
            fail "pip could not install $list: see above"
        cp "$list" "$folder/requirements.txt"
    fi
}
