# Publishes a list of the replies below $1 into the folder $2, in one step, as a build does.
find "$1" -name '[!.]*.yaml' | sed 's/.*\///; s/\.yaml$//; s/.*/"&"/' | paste -sd, - |
	sed 's/^/[/; s/$/]/' > "$2/.published.$$"
mv "$2/.published.$$" "$2/published.json"
