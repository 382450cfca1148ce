# Puts the project's own tools first: source it from the project's root.
export PATH="$PWD/target/tools/bin:$PWD/node_modules/.bin:$PATH"
