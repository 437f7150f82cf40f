// The same for `az`, from the environment: `RESOURCE_BASE_NAME=laurelcontoso az deployment group create --parameters infra/azure.bicepparam`.
using './azure.bicep'

param resourceBaseName = readEnvironmentVariable('RESOURCE_BASE_NAME')
param allowedTenants = readEnvironmentVariable('LAUREL_ALLOWED_TENANTS', '')
param firstAdmins = readEnvironmentVariable('LAUREL_FIRST_ADMINS', '')
param alertEmail = readEnvironmentVariable('LAUREL_ALERT_EMAIL', '')
param cards = readEnvironmentVariable('LAUREL_CARDS', 'auto')
